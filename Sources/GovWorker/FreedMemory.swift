import CLinux

/// Has this process keep up to 8 MiB of freed memory of a thread for the next page.
///
/// A page's messages are some hundred kilobytes, which glibc would give back to the system after each: of the time that
/// a run of text pages took, a twentieth were the faults that brought the memory back. For programs; a library must not.
package func keepFreedMemory() { linux_keep_freed_memory(8 << 20) }
