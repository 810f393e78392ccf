//! The allocator of the `foedera` command, so that its work is measured as users have it.

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
