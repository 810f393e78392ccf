//! The outputs of findings, one file each.
