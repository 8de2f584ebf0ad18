internal import CLibYAML
internal import Diagnostics

/// The events of a YAML text, read one by one with libyaml, which this type alone touches.
struct YAMLEventReader: ~Copyable {
  enum Event {
    case scalar(String, EntryNode.Style, anchor: String?)
    case alias(String)
    case sequenceStart(EntryNode.Style, anchor: String?)
    case mappingStart(EntryNode.Style, anchor: String?)
    case collectionEnd
    case documentStart
    case streamEnd
  }

  struct Failure: Error {
    enum Place {
      case position(SourcePosition)
      case byte(Int)
    }

    let problem: String
    let place: Place
  }

  struct Positioned {
    let event: Event
    let range: SourceRange
    /// Where the event stands, in Unicode scalars from the beginning of the text.
    let extent: Range<Int>
    /// Whether the node names a type of its own, as in `!!binary`.
    let isTagged: Bool
  }

  // On the heap, since libyaml keeps a pointer to its parser inside the parser.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// - Precondition: `bytes` is valid UTF-8.
  init(bytes: [UInt8]) {
    input = .allocate(capacity: bytes.count)
    _ = input.initialize(from: bytes)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, UnsafePointer(input.baseAddress), input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event that matters to a reader of data.
  mutating func next() throws(Failure) -> Positioned {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
      defer { yaml_event_delete(&event) }
      if let positioned = Self.positioned(event) { return positioned }
    }
  }

  private static func positioned(_ event: yaml_event_t) -> Positioned? {
    var tag: UnsafeMutablePointer<yaml_char_t>?
    let meaning: Event
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      tag = scalar.tag
      let style: EntryNode.Style =
        switch scalar.style {
        case YAML_PLAIN_SCALAR_STYLE: .plain
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .quoted
        }
      meaning = .scalar(String(decoding: text, as: UTF8.self), style, anchor: string(scalar.anchor))
    case YAML_ALIAS_EVENT:
      meaning = .alias(string(event.data.alias.anchor) ?? "")
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      tag = sequence.tag
      let isFlow = sequence.style == YAML_FLOW_SEQUENCE_STYLE
      meaning = .sequenceStart(isFlow ? .flow : .block, anchor: string(sequence.anchor))
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      tag = mapping.tag
      let isFlow = mapping.style == YAML_FLOW_MAPPING_STYLE
      meaning = .mappingStart(isFlow ? .flow : .block, anchor: string(mapping.anchor))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: meaning = .collectionEnd
    case YAML_DOCUMENT_START_EVENT: meaning = .documentStart
    case YAML_STREAM_END_EVENT: meaning = .streamEnd
    default: return nil
    }
    let start = Int(event.start_mark.index)
    return Positioned(
      event: meaning,
      range: range(of: event),
      extent: start..<max(start, Int(event.end_mark.index)),
      isTagged: tag != nil
    )
  }

  private static func range(of event: yaml_event_t) -> SourceRange {
    let start = event.start_mark
    let end = event.end_mark
    let length = end.line == start.line ? end.column - start.column : 1
    return SourceRange(start: position(start), length: Int(length))
  }

  private static func position(_ mark: yaml_mark_t) -> SourcePosition {
    SourcePosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    text.map { String(cString: $0) }
  }

  private func failure() -> Failure {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "unreadable"
    // A character that YAML does not allow is met before lines are counted.
    if parser.pointee.error == YAML_READER_ERROR {
      return Failure(problem: problem, place: .byte(Int(parser.pointee.problem_offset)))
    }
    // A quote that is never closed is found at the end of the file; its author looks for its start.
    let isUnclosed = problem == "found unexpected end of stream"
    let mark = isUnclosed ? parser.pointee.context_mark : parser.pointee.problem_mark
    return Failure(problem: problem, place: .position(Self.position(mark)))
  }
}
