internal import CExpat
package import Diagnostics

/// The events of an XML text, one by one.
///
/// ```swift
/// var reader = XMLReader(bytes)
/// while let event = try reader.next() {
///   guard case .start(let element) = event, element.name.local == "node" else { continue }
///   print(element["id"] ?? "", reader.position.line)
/// }
/// ```
///
/// The text is UTF-8, UTF-16 or what else it says and the system knows, such as GB 18030. A document type is refused, so nothing expands
/// and nothing outside is asked for; one that only names what lies elsewhere, as SVG has it, passes
/// on demand. Comments and processing instructions are passed over.
///
/// - Complexity: All events take O(*n*) time over the text; the text is held once or twice, the
///   events a few hundred at a time.
package struct XMLReader: ~Copyable {
  /// Where the event given last begins; columns count Unicode scalars. The end
  /// of `<a/>` is where the tag ends.
  package private(set) var position = SourcePosition(line: 1, column: 1)

  /// libexpat's; `nil` when there was no memory.
  private let parser: XML_Parser?
  private let collector: XMLCollector
  /// The text until libexpat has it.
  private var input: [UInt8]?
  private let limits: XMLLimits
  private var nextEvent = 0

  /// A reader at the beginning of the text that `bytes` are.
  ///
  /// - Parameter takesNamedType: whether the text may name its document type. It is not fetched; one
  ///   that declares anything here is refused all the same, and so is text that refers to what
  ///   the type would define. In the value of an attribute such a reference is nothing.
  package init(
    _ bytes: [UInt8],
    limits: XMLLimits = XMLLimits(),
    takesNamedType: Bool = false
  ) {
    let parser = XML_ParserCreateNS(nil, XMLCollector.separator)
    collector = XMLCollector(
      parser: parser,
      depthLimit: limits.depth,
      takesNamedType: takesNamedType
    )
    self.parser = parser
    self.limits = limits
    input = XMLText.utf8(bytes)
    collector.listen()
  }

  deinit {
    if let parser { XML_ParserFree(parser) }
  }

  /// The next event; `nil` at the end, and from then on.
  ///
  /// - Throws: The first fault, after all events before it.
  package mutating func next() throws(XMLFault) -> XMLEvent? {
    while nextEvent == collector.events.count {
      collector.events.removeAll(keepingCapacity: true)
      nextEvent = 0
      if let fault = collector.fault { throw fault }
      guard !collector.isFinished else { return nil }
      parse()
    }
    defer { nextEvent += 1 }
    position = collector.events[nextEvent].position
    return collector.events[nextEvent].event
  }

  /// Reads on until the element whose start was given last has ended.
  ///
  /// - Returns: All text in it, that of elements inside included.
  @discardableResult
  package mutating func finishElement() throws(XMLFault) -> String {
    var text = ""
    var depth = 1
    while depth > 0, let event = try next() {
      switch event {
      case .start: depth += 1
      case .end: depth -= 1
      case .text(let more): text += more
      }
    }
    return text
  }

  /// Lets libexpat go on until it has some events, a fault, or the end.
  private mutating func parse() {
    guard let bytes = input.take() else {
      return collector.note(XML_ResumeParser(parser))
    }
    guard bytes.count <= min(limits.bytes, Int(Int32.max)) else {
      collector.fault = .tooLarge(limits.bytes)
      return
    }
    // All at once: a long tag that came in pieces would be scanned again with each. What is left when
    // the parser is told to wait it copies.
    bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        collector.note(XML_Parse(parser, bytes.baseAddress, Int32(bytes.count), 1))
      }
    }
  }
}
