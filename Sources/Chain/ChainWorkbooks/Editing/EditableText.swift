import Diagnostics

/// The text of a YAML file, and what is to be changed in it.
///
/// Positions are Unicode scalars from the beginning, as in ``EntryNode/extent``.
struct EditableText {
  private struct Edit {
    let range: Range<Int>
    let text: String
  }

  let path: String
  private let letters: [Unicode.Scalar]
  /// The stretches of comments, each from `#` to the end of its line.
  private let comments: [Range<Int>]
  /// The stretches of nodes that aliases stand for: a change there would be one elsewhere too.
  private let anchored: [Range<Int>]
  private let lineEnd: String
  private var edits: [Edit] = []

  init(path: String, bytes: [UInt8], root: EntryNode?) {
    self.path = path
    let letters = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    self.letters = letters
    var scalars: [Range<Int>] = []
    var anchored: [Range<Int>] = []
    if let root { Self.visit(root, &scalars, &anchored) }
    self.anchored = anchored
    comments = Self.comments(of: letters, outside: scalars)
    let isWindows = letters.firstIndex(of: "\n").map { $0 > 0 && letters[$0 - 1] == "\r" }
    lineEnd = isWindows == true ? "\r\n" : "\n"
  }

  private static func visit(
    _ node: EntryNode,
    _ scalars: inout [Range<Int>],
    _ anchored: inout [Range<Int>]
  ) {
    if node.isAnchored { anchored.append(node.extent) }
    // What an alias stands for is written elsewhere.
    if node.style == .alias { return }
    switch node.content {
    case .scalar: scalars.append(node.extent)
    case .sequence(let items): for item in items { visit(item, &scalars, &anchored) }
    case .mapping(let pairs):
      for pair in pairs {
        visit(pair.key, &scalars, &anchored)
        visit(pair.value, &scalars, &anchored)
      }
    }
  }

  private static func comments(
    of letters: [Unicode.Scalar],
    outside scalars: [Range<Int>]
  ) -> [Range<Int>] {
    var comments: [Range<Int>] = []
    var next = scalars.makeIterator()
    var scalar = next.next()
    var position = 0
    while position < letters.count {
      while let known = scalar, known.upperBound <= position { scalar = next.next() }
      if let known = scalar, known.contains(position) {
        position = known.upperBound
        continue
      }
      let isFirst = position == 0 || isBlank(letters[position - 1]) || isEnd(letters[position - 1])
      guard letters[position] == "#", isFirst else {
        position += 1
        continue
      }
      let start = position
      while position < letters.count, !isEnd(letters[position]) { position += 1 }
      comments.append(start..<position)
    }
    return comments
  }

  private static func isBlank(_ letter: Unicode.Scalar) -> Bool { letter == " " || letter == "\t" }

  private static func isEnd(_ letter: Unicode.Scalar) -> Bool {
    switch letter.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  // MARK: Looking

  var count: Int { letters.count }

  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters[range])
    return String(text)
  }

  /// Where a node ends: of a block scalar, without the line ends and spaces behind it.
  func end(of node: EntryNode) -> Int {
    var end = min(node.extent.upperBound, letters.count)
    while end > node.extent.lowerBound,
      Self.isBlank(letters[end - 1]) || Self.isEnd(letters[end - 1])
    { end -= 1 }
    return end
  }

  func extent(of node: EntryNode) -> Range<Int> { node.extent.lowerBound..<end(of: node) }

  /// Where the line of `position` begins.
  func lineStart(_ position: Int) -> Int {
    var start = position
    // A line that ends with CR LF begins no line between the two.
    if start > 0, start < letters.count, letters[start] == "\n", letters[start - 1] == "\r" {
      start -= 1
    }
    while start > 0, !Self.isEnd(letters[start - 1]) { start -= 1 }
    return start
  }

  /// Where the line behind that of `position` begins; the end of the text when there is none.
  func nextLine(_ position: Int) -> Int {
    var end = position
    while end < letters.count, !Self.isEnd(letters[end]) { end += 1 }
    guard end < letters.count else { return end }
    let isLong = letters[end] == "\r" && end + 1 < letters.count && letters[end + 1] == "\n"
    return end + (isLong ? 2 : 1)
  }

  /// Whether nothing but blanks stands from `start` up to `end`.
  func isBlank(_ range: Range<Int>) -> Bool {
    letters[range].allSatisfy { Self.isBlank($0) || Self.isEnd($0) }
  }

  /// The minus sign of a block list in front of its item; `nil` when something else stands there.
  func dash(before position: Int) -> Int? {
    var dash = position - 1
    while dash >= 0, Self.isBlank(letters[dash]) { dash -= 1 }
    guard dash >= 0, letters[dash] == "-", isBlank(lineStart(dash)..<dash) else { return nil }
    return dash
  }

  /// Where the colon behind a key ends; `nil` when something else stands there.
  func colonEnd(after position: Int) -> Int? {
    var colon = position
    while colon < letters.count, Self.isBlank(letters[colon]) { colon += 1 }
    return colon < letters.count && letters[colon] == ":" ? colon + 1 : nil
  }

  func column(of position: Int) -> Int { position - lineStart(position) }

  /// The comment that alone stands on the line of `position`; `nil` when there is none.
  func commentLine(_ position: Int) -> Range<Int>? {
    let (start, end) = (lineStart(position), nextLine(position))
    guard let comment = comments(in: start..<end).first, isBlank(start..<comment.lowerBound) else {
      return nil
    }
    return comment
  }

  func comments(in range: Range<Int>) -> [Range<Int>] {
    // The comments are in order.
    var low = 0
    var high = comments.count
    while low < high {
      let middle = (low + high) / 2
      if comments[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var found: [Range<Int>] = []
    while low < comments.count, comments[low].lowerBound < range.upperBound {
      found.append(comments[low])
      low += 1
    }
    return found
  }

  func lineNumber(of position: Int) -> Int {
    var number = 1
    var start = 0
    while start < position {
      let next = nextLine(start)
      guard next <= position, next > start else { break }
      number += 1
      start = next
    }
    return number
  }

  // MARK: Changing

  var isChanged: Bool { !edits.isEmpty }

  /// - Throws: when an alias elsewhere stands for what is to be changed.
  mutating func replace(_ range: Range<Int>, with text: String) throws(EditingFault) {
    let isShared = anchored.contains { anchor in
      range.isEmpty
        ? anchor.lowerBound < range.lowerBound && range.lowerBound < anchor.upperBound
        : anchor.overlaps(range)
    }
    if isShared { throw .shared(path: path, line: lineNumber(of: range.lowerBound)) }
    edits.append(Edit(range: range, text: text))
  }

  mutating func insert(_ text: String, at position: Int) throws(EditingFault) {
    try replace(position..<position, with: text)
  }

  /// Adds whole lines behind the line of `position`.
  mutating func insertLines(_ lines: [String], after position: Int) throws(EditingFault) {
    let place = nextLine(position)
    let isOpen = place == letters.count && (place == 0 || !Self.isEnd(letters[place - 1]))
    let text =
      isOpen && place > 0
      ? lines.map { lineEnd + $0 }.joined() : lines.map { $0 + lineEnd }.joined()
    try insert(text, at: place)
  }

  /// Adds whole lines in front of the line of `position`.
  mutating func insertLines(_ lines: [String], before position: Int) throws(EditingFault) {
    try insert(lines.map { $0 + lineEnd }.joined(), at: lineStart(position))
  }

  /// The text with all changes made; of those at one place the first made stands first.
  func result() throws(EditingFault) -> String {
    let inOrder = edits.enumerated().sorted { a, b in
      let (x, y) = (a.element.range, b.element.range)
      if x.lowerBound != y.lowerBound { return x.lowerBound < y.lowerBound }
      if x.isEmpty != y.isEmpty { return x.isEmpty }
      return a.offset < b.offset
    }
    var result = String.UnicodeScalarView()
    var position = 0
    for (_, edit) in inOrder {
      guard edit.range.lowerBound >= position else {
        throw .tangled(path: path, line: lineNumber(of: edit.range.lowerBound))
      }
      result.append(contentsOf: letters[position..<edit.range.lowerBound])
      result.append(contentsOf: edit.text.unicodeScalars)
      position = edit.range.upperBound
    }
    result.append(contentsOf: letters[position...])
    return String(result)
  }
}
