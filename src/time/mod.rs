//! EDTF dates and intervals, and three-valued logic over them.
