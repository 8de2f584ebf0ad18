#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The streams that the user reads.
enum Terminal {
  /// Writes text to standard output.
  static func write(_ text: String) { put(Array(text.utf8), to: STDOUT_FILENO) }

  /// Writes bytes to standard output.
  static func write(_ bytes: [UInt8]) { put(bytes, to: STDOUT_FILENO) }

  /// Writes text to standard error.
  static func complain(_ text: String) { put(Array(text.utf8), to: STDERR_FILENO) }

  /// A stream that diagnostics can go to.
  enum Stream {
    case output
    case error
  }

  /// Whether diagnostics may be coloured: on a terminal, unless `NO_COLOR` is set.
  static func isColored(_ stream: Stream) -> Bool {
    isatty(stream == .output ? STDOUT_FILENO : STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil
  }

  /// Whether progress may be shown.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  /// The cells of a line of standard output; `nil` when it is no terminal.
  static var width: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static func put(_ bytes: [UInt8], to stream: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { sysWrite(stream, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        return
      }
      rest = rest.dropFirst(written)
    }
  }

  private static func sysWrite(_ stream: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(stream, bytes, count)
    #elseif canImport(Musl)
      Musl.write(stream, bytes, count)
    #else
      Darwin.write(stream, bytes, count)
    #endif
  }
}
