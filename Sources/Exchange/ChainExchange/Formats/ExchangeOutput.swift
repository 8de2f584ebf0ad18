import Escapes
import JSON

/// Gathers the bytes of a file and gives them away some at a time.
struct ExchangeOutput {
  private var bytes: [UInt8] = []
  private let sink: ([UInt8]) throws -> Void
  private let progress: (Double) -> Void
  private let total: Int
  private var done = 0

  /// How many bytes are gathered before they are given away.
  private static let pieceSize = 1 << 20
  /// How many things are made before that is told.
  private static let spell = 4096

  /// - Parameter total: how many things will be written; see ``next()``.
  init(
    total: Int,
    progress: @escaping (Double) -> Void,
    sink: @escaping ([UInt8]) throws -> Void
  ) {
    self.total = total
    self.progress = progress
    self.sink = sink
    bytes.reserveCapacity(Self.pieceSize * 5 / 4)
  }

  /// Writes text as it is.
  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func write(_ byte: UInt8) { bytes.append(byte) }

  /// Writes text as a format has it.
  mutating func write(_ text: String, escaping escaper: Escaper) {
    escaper.append(text, to: &bytes)
  }

  /// Writes what `json` has gathered.
  mutating func write(_ json: inout JSONWriter) { json.drain(into: &bytes) }

  /// Says that one more thing is written, and gives away what has gathered when it is much.
  mutating func next() throws {
    done += 1
    guard bytes.count >= Self.pieceSize else { return }
    try give()
    tell()
  }

  /// Says that one more thing is made of which no byte is there yet: a database is bytes when it is whole.
  mutating func made() throws {
    done += 1
    guard done.isMultiple(of: Self.spell) else { return }
    // Whoever takes the bytes may end it here as well.
    try sink([])
    tell()
  }

  /// Writes bytes that are no more things.
  mutating func write(piece: [UInt8]) throws {
    bytes.append(contentsOf: piece)
    if bytes.count >= Self.pieceSize { try give() }
  }

  /// Gives away the rest.
  mutating func finish() throws {
    if !bytes.isEmpty { try give() }
  }

  private func tell() { progress(min(1, Double(done) / Double(max(1, total)))) }

  private mutating func give() throws {
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
