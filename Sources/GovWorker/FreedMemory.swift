import CLinux

/// Has this process keep freed memory of a thread for the next page, up to so many bytes.
///
/// A page's messages are some hundred kilobytes, which glibc would give back to the system after each: of the time that
/// a run of text pages took, a twentieth were the faults that brought the memory back. For programs; a library must not.
///
/// - Parameter most: Default: 8 MiB, for messages; a worker keeps what a page's conversion takes too.
package func keepFreedMemory(_ most: CInt = 8 << 20) { linux_keep_freed_memory(most) }
