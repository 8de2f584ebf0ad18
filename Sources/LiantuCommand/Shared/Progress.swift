/// A bar on a terminal, one line that is written over; nothing where standard error is no terminal.
struct Progress {
  private let total: Int
  private var done = 0

  init(total: Int) { self.total = total }

  private static let cells = 24

  /// Says what is being made next.
  mutating func step(_ text: String) {
    guard Terminal.showsProgress else { return }
    let filled = total == 0 ? Self.cells : done * Self.cells / total
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: Self.cells - filled)
    done += 1
    Terminal.complain("\r\u{1B}[K\(bar) \(done)/\(total) \(text)")
  }

  /// Takes the line away.
  func end() {
    if Terminal.showsProgress { Terminal.complain("\r\u{1B}[K") }
  }
}
