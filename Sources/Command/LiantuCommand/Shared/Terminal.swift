import Bilingual

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
  static func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

  /// Writes bytes to standard output.
  static func write(_ bytes: [UInt8]) throws(Failure) {
    guard put(bytes, to: STDOUT_FILENO) else {
      throw Failure(
        .machine,
        BilingualText(zh: "无法写到标准输出", en: "cannot write to standard output")
      )
    }
  }

  /// Writes text to standard error.
  static func complain(_ text: String) { _ = put(Array(text.utf8), to: STDERR_FILENO) }

  /// Writes a message to standard error that repeats what the user typed: whatever could steer the
  /// terminal is defused.
  static func tell(_ message: String) {
    var defused = String.UnicodeScalarView()
    for scalar in message.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      defused.append(isControl && scalar != "\n" ? "\u{FFFD}" : scalar)
    }
    complain(String(defused) + "\n")
  }

  /// A stream that diagnostics can go to.
  enum Stream {
    case output
    case error
  }

  /// Whether a person reads the stream, not a file or a program.
  static func isTerminal(_ stream: Stream) -> Bool {
    isatty(stream == .output ? STDOUT_FILENO : STDERR_FILENO) == 1
  }

  /// Whether diagnostics may be coloured: on a terminal, unless `NO_COLOR` is set.
  static func isColored(_ stream: Stream) -> Bool {
    isTerminal(stream) && getenv("NO_COLOR") == nil
  }

  /// Whether progress may be shown.
  static var showsProgress: Bool { isTerminal(.error) }

  /// The cells of a line of standard output; `nil` when it is no terminal.
  static var width: Int? {
    guard isTerminal(.output) else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes all of `bytes` to an open file; `false` when the machine will not take them.
  static func put(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { put($0, to: file) }
  }

  static func put(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let written = sysWrite(file, rest.baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
    return true
  }

  private static func sysWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(file, bytes, count)
    #elseif canImport(Musl)
      Musl.write(file, bytes, count)
    #else
      Darwin.write(file, bytes, count)
    #endif
  }
}
