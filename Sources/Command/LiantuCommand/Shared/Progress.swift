import Bilingual

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
    done += 1
    Self.show(filled, "\(done)/\(total) \(text)")
  }

  /// Says how much of a large data set is read, from 0 to 1.
  static func reading(_ share: Double) {
    guard Terminal.showsProgress else { return }
    let words = BilingualText(zh: "正在读取", en: "reading")[Speech.language]
    show(Int(share * Double(cells)), "\(Int(share * 100)) % \(words)")
  }

  /// Says how much of a large file is written, from 0 to 1.
  static func writing(_ share: Double) {
    guard Terminal.showsProgress else { return }
    let words = BilingualText(zh: "正在写入", en: "writing")[Speech.language]
    show(Int(share * Double(cells)), "\(Int(share * 100)) % \(words)")
  }

  static func clear() {
    if Terminal.showsProgress { Terminal.complain("\r\u{1B}[K") }
  }

  private static func show(_ filled: Int, _ text: String) {
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
    Terminal.complain("\r\u{1B}[K\(bar) \(text)")
  }

  /// Takes the line away.
  func end() { Self.clear() }
}
