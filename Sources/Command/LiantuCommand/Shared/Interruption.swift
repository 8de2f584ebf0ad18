#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The user's wish to stop a command that has something to clear away first.
enum Interruption {
  // Written by a signal's handler, which may do no more than that.
  nonisolated(unsafe) private static var caught: sig_atomic_t = 0

  /// Notes the first wish from now on; a second one ends the command at once.
  static func watch() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      // Stay deaf to what the caller is deaf to, such as hanging up under nohup.
      guard sigaction(number, nil, &action) == 0, !isIgnored(action) else { continue }
      signal(number) { number in
        signal(number, SIG_DFL)
        Interruption.caught = sig_atomic_t(number)
      }
    }
  }

  /// Has writing to somebody who is gone fail instead of ending the process.
  static func outliveBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #elseif canImport(Musl)
      let handler = action.__sa_handler.sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == 1
  }

  /// Whether the user asked to stop.
  static var isAsked: Bool { caught != 0 }

  /// Ends the command as the signal would have, if there was one.
  static func end() {
    guard caught != 0 else { return }
    signal(Int32(caught), SIG_DFL)
    raise(Int32(caught))
  }
}
