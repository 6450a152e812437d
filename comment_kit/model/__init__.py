"""The frozen data that every room shares; nothing here reads, writes or decides."""
