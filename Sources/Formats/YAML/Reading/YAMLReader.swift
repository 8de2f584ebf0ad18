package import Diagnostics

/// Reads a YAML text into a tree of nodes, within limits.
package struct YAMLReader {
  private struct Open {
    var isMapping: Bool
    var range: SourceRange
    var extent: Range<Int>
    var style: EntryNode.Style
    var anchor: String?
    var children: [EntryNode] = []
    var weight = 1
  }

  private let path: String
  private let limits: YAMLLimits
  private var open: [Open] = []
  private var anchors: [String: EntryNode] = [:]
  private var root: EntryNode?
  private var documents = 0

  private init(path: String, limits: YAMLLimits) {
    self.path = path
    self.limits = limits
  }

  /// The root node of the text; `nil` when it holds none. Throws the first fault.
  package static func read(
    _ bytes: [UInt8],
    path: String,
    limits: YAMLLimits = YAMLLimits()
  ) throws(Fault) -> EntryNode? {
    if let offset = SourceText.firstInvalidByte(in: bytes) {
      let start = SourceText(path: path, bytes: bytes).position(ofByte: offset)
      throw Fault(.invalidUTF8(at: .init(path: path, range: SourceRange(start: start))))
    }
    var reader = YAMLReader(path: path, limits: limits)
    return try reader.run(bytes)
  }

  /// A fault that keeps the whole file from being read.
  package struct Fault: Error {
    package let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
  }

  private mutating func run(_ bytes: [UInt8]) throws(Fault) -> EntryNode? {
    var events = YAMLEventReader(bytes: bytes)
    while true {
      let next: YAMLEventReader.Positioned
      do {
        next = try events.next()
      } catch {
        let start = Self.start(of: error.place, in: SourceText(path: path, bytes: bytes))
        throw Fault(.yamlSyntax(error.problem, at: location(SourceRange(start: start))))
      }
      if case .streamEnd = next.event { return root }
      try take(next)
    }
  }

  private static func start(
    of place: YAMLEventReader.Failure.Place,
    in source: SourceText
  ) -> SourcePosition {
    switch place {
    case .byte(let offset): return source.position(ofByte: offset)
    case .position(let position):
      // libyaml begins one more line where a file ends without a line end.
      guard position.line > source.lineCount else { return position }
      let last = source.line(source.lineCount) ?? ""
      return SourcePosition(line: source.lineCount, column: last.unicodeScalars.count + 1)
    }
  }

  private mutating func take(_ next: YAMLEventReader.Positioned) throws(Fault) {
    if next.isTagged { throw Fault(.yamlTag(at: location(next.range))) }
    switch next.event {
    case .documentStart:
      documents += 1
      if documents > 1 { throw Fault(.severalDocuments(at: location(next.range))) }
    case .scalar(let text, let style, let anchor):
      let node = EntryNode(
        content: .scalar(text),
        range: next.range,
        extent: next.extent,
        style: style,
        isAnchored: anchor != nil,
        weight: 1
      )
      try add(node, anchor: anchor)
    case .alias(let name):
      guard let node = anchors[name] else {
        throw Fault(.yamlSyntax("undefined alias", at: location(next.range)))
      }
      let alias = EntryNode(
        content: node.content,
        range: next.range,
        extent: next.extent,
        style: .alias,
        isAnchored: false,
        weight: node.weight
      )
      try add(alias, anchor: nil)
    case .sequenceStart(let style, let anchor):
      try begin(isMapping: false, next, style, anchor)
    case .mappingStart(let style, let anchor):
      try begin(isMapping: true, next, style, anchor)
    case .collectionEnd: try end(at: next.extent.upperBound)
    case .streamEnd: break
    }
  }

  private mutating func begin(
    isMapping: Bool,
    _ event: YAMLEventReader.Positioned,
    _ style: EntryNode.Style,
    _ anchor: String?
  ) throws(Fault) {
    guard open.count < limits.depth else {
      throw Fault(.tooDeep(limit: limits.depth, at: location(event.range)))
    }
    open.append(
      Open(
        isMapping: isMapping,
        range: SourceRange(start: event.range.start),
        extent: event.extent,
        style: style,
        anchor: anchor
      )
    )
  }

  private mutating func end(at offset: Int) throws(Fault) {
    guard let done = open.popLast() else { return }
    let content: EntryNode.Content
    if done.isMapping {
      content = .mapping(
        stride(from: 0, to: done.children.count - 1, by: 2).map { index in
          EntryNode.Pair(key: done.children[index], value: done.children[index + 1])
        }
      )
    } else {
      content = .sequence(done.children)
    }
    // By indentation, libyaml ends it where the next thing begins, behind comments.
    let last = done.style == .flow ? offset : done.children.last?.extent.upperBound
    let start = done.extent.lowerBound
    let node = EntryNode(
      content: content,
      range: done.range,
      extent: start..<max(start, last ?? done.extent.upperBound),
      style: done.style,
      isAnchored: done.anchor != nil,
      weight: done.weight
    )
    try add(node, anchor: done.anchor)
  }

  private mutating func add(_ node: EntryNode, anchor: String?) throws(Fault) {
    if let anchor { anchors[anchor] = node }
    guard var parent = open.popLast() else {
      root = node
      return
    }
    parent.weight += node.weight
    guard parent.weight <= limits.weight else {
      throw Fault(.tooManyNodes(limit: limits.weight, at: location(node.range)))
    }
    parent.children.append(node)
    open.append(parent)
  }

  private func location(_ range: SourceRange) -> Diagnostic.Location {
    Diagnostic.Location(path: path, range: range)
  }
}
