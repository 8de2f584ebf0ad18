package import Escapes

/// Writes JSON from its beginning to its end, members in the order in which they come; each list
/// and each object has a layout of its own.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { json in
///   json.member("name", "锂")
///   json.key("ranks")
///   json.array { json in
///     for rank in 1...2 { json.value(rank) }
///   }
/// }
/// json.text  // {"name": "锂", "ranks": [1, 2]}
/// ```
///
/// What is written can be drained on the way, so that a file of any length takes little memory.
package struct JSONWriter: Sendable {
  /// How what a list or an object holds is set apart.
  package enum Layout: Sendable {
    /// `[1,2]`, for programs alone.
    case compact
    /// `[1, 2]`
    case line
    /// A line each, brackets on the lines around, nothing indented: records of a file that is read
    /// and compared line by line.
    case rows
    /// A line each, two spaces deeper than the brackets; an empty one is `[]`.
    case indented
  }

  private struct Container {
    let layout: Layout
    let end: UInt8
    var isEmpty = true
  }

  /// What is written and not yet drained, in UTF-8.
  package private(set) var bytes: [UInt8] = []
  private let escaper: Escaper
  /// What has begun and not ended, the outermost first.
  private var open: [Container] = []
  private var depth = 0
  private var isAfterKey = false

  /// - Parameter escaper: how texts are written: ``Escaper/json`` or ``Escaper/scriptJSON``.
  package init(_ escaper: Escaper = .json) { self.escaper = escaper }

  /// What is written and not yet drained.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A text as JSON, in quotes.
  package static func string(_ text: String) -> String {
    var json = JSONWriter()
    json.value(text)
    return json.text
  }

  /// Moves what is written behind `target`.
  package mutating func drain(into target: inout [UInt8]) {
    target.append(contentsOf: bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  // MARK: Lists and objects

  /// Writes an object, whose members `body` writes.
  package mutating func object(
    _ layout: Layout = .line,
    _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    begin(UInt8(ascii: "{"), layout, until: UInt8(ascii: "}"))
    try body(&self)
    end()
  }

  /// Writes a list, whose items `body` writes.
  package mutating func array(
    _ layout: Layout = .line,
    _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    begin(UInt8(ascii: "["), layout, until: UInt8(ascii: "]"))
    try body(&self)
    end()
  }

  /// Writes the name of a member, whose value comes next.
  package mutating func key(_ name: String) {
    precondition(open.last?.end == UInt8(ascii: "}") && !isAfterKey, "a name outside an object")
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if open.last?.layout != .compact { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  /// Writes a member whose value is a text.
  package mutating func member(_ name: String, _ text: String) {
    key(name)
    value(text)
  }

  // MARK: Values

  /// Writes a text.
  package mutating func value(_ text: String) {
    startValue()
    quote(text)
  }

  /// Writes a whole number.
  package mutating func value(_ number: Int) { write(String(number)) }

  /// Writes a number that is spelled as JSON spells one, digit by digit.
  ///
  /// - Precondition: it is digits, with at most one point between some and perhaps a minus before.
  package mutating func value(number text: String) {
    precondition(Double(text) != nil, "not a number: \(text)")
    write(text)
  }

  /// Writes a number in the fewest digits that mean it and no other; `null` for one that is not
  /// finite, which JSON has no way to write.
  package mutating func value(_ number: Double) {
    write(number.isFinite ? String(number) : "null")
  }

  /// Writes a truth value.
  package mutating func value(_ flag: Bool) { write(flag ? "true" : "false") }

  /// Writes `null`.
  package mutating func null() { write("null") }

  // MARK: Letters

  private mutating func write(_ word: String) {
    startValue()
    bytes.append(contentsOf: word.utf8)
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    escaper.append(text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func begin(_ bracket: UInt8, _ layout: Layout, until end: UInt8) {
    startValue()
    bytes.append(bracket)
    open.append(Container(layout: layout, end: end))
    if layout == .rows { bytes.append(UInt8(ascii: "\n")) }
    if layout == .indented { depth += 1 }
  }

  private mutating func end() {
    precondition(!isAfterKey, "a name without a value")
    guard let container = open.popLast() else { return }
    if container.layout == .rows { bytes.append(UInt8(ascii: "\n")) }
    if container.layout == .indented {
      depth -= 1
      if !container.isEmpty { breakLine() }
    }
    bytes.append(container.end)
  }

  private mutating func startValue() {
    if isAfterKey {
      isAfterKey = false
    } else {
      precondition(open.last?.end != UInt8(ascii: "}"), "a value without a name")
      separate()
    }
  }

  /// Writes what stands between this item and the one before, or before the first.
  private mutating func separate() {
    guard let container = open.last else { return }
    open[open.count - 1].isEmpty = false
    if !container.isEmpty { bytes.append(UInt8(ascii: ",")) }
    switch container.layout {
    case .compact: break
    case .line: if !container.isEmpty { bytes.append(UInt8(ascii: " ")) }
    case .rows: if !container.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    case .indented: breakLine()
    }
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes.append(contentsOf: "  ".utf8) }
  }
}
