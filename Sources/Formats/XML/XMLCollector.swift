internal import CExpat
internal import Diagnostics

/// What libexpat tells of a text; the object that its calls come back to.
final class XMLCollector {
  /// Events in the order of the text, each with the place where it begins.
  var events: [(event: XMLEvent, position: SourcePosition)] = []
  /// Set once; no event follows.
  var fault: XMLFault?
  private(set) var isFinished = false

  private let parser: XML_Parser?
  private let depthLimit: Int
  private let takesNamedType: Bool
  /// The names of the elements that have not ended.
  private var open: [XMLName] = []
  private var text = ""
  private var textPosition = SourcePosition(line: 1, column: 1)

  /// Stands between namespace and name; no address can have it, since XML forbids it.
  static let separator: XML_Char = 0x0C
  /// When the parser is told to wait.
  private static let batch = 256

  init(parser: XML_Parser?, depthLimit: Int, takesNamedType: Bool) {
    self.parser = parser
    self.depthLimit = depthLimit
    self.takesNamedType = takesNamedType
    if parser == nil { fault = .malformed(XML_ERROR_NO_MEMORY, at: textPosition) }
  }

  /// Has the parser call this object, which must outlive its last call.
  func listen() {
    guard let parser else { return }
    // Unretained: the reader owns both, and the parser is called from the reader alone.
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { XMLCollector.this($0)?.start($1, $2) },
      { object, _ in XMLCollector.this(object)?.end() }
    )
    XML_SetCharacterDataHandler(parser) { XMLCollector.this($0)?.add($1, count: $2) }
    XML_SetStartDoctypeDeclHandler(parser) { object, _, _, _, declaresMore in
      XMLCollector.this(object)?.takeType(declaresMore: declaresMore != 0)
    }
    XML_SetSkippedEntityHandler(parser) { object, _, _ in
      XMLCollector.this(object)?.refuseEntity()
    }
  }

  private static func this(_ object: UnsafeMutableRawPointer?) -> XMLCollector? {
    object.map { Unmanaged.fromOpaque($0).takeUnretainedValue() }
  }

  /// Takes notice of how far the parser came.
  func note(_ status: XML_Status) {
    switch status {
    case XML_STATUS_OK: isFinished = true
    case XML_STATUS_ERROR where fault == nil:
      fault = .malformed(XML_GetErrorCode(parser), at: position)
    default: break
    }
  }

  private var position: SourcePosition {
    SourcePosition(
      line: Int(XML_GetCurrentLineNumber(parser)),
      column: Int(XML_GetCurrentColumnNumber(parser)) + 1
    )
  }

  // MARK: What is told

  private func start(
    _ name: UnsafePointer<XML_Char>?,
    _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard fault == nil else { return }
    finishText()
    guard open.count < depthLimit else { return stop(.tooDeep(depthLimit, at: position)) }
    var attributes: [XMLElement.Attribute] = []
    var next = list
    while let pair = next, let name = pair[0], let value = pair[1] {
      attributes.append(.init(name: Self.name(name), value: String(cString: value)))
      next = pair + 2
    }
    let name = name.map { Self.name($0) } ?? XMLName("")
    open.append(name)
    append(.start(XMLElement(name: name, attributes: attributes)))
  }

  private func end() {
    guard fault == nil, let name = open.popLast() else { return }
    finishText()
    append(.end(name))
  }

  private func add(_ piece: UnsafePointer<XML_Char>?, count: Int32) {
    guard fault == nil, let piece else { return }
    if text.isEmpty { textPosition = position }
    piece.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { piece in
      text += String(decoding: UnsafeBufferPointer(start: piece, count: Int(count)), as: UTF8.self)
    }
  }

  private func takeType(declaresMore: Bool) {
    guard fault == nil, declaresMore || !takesNamedType else { return }
    stop(.declaration(at: position))
  }

  /// Once a document type is named, libexpat passes over what that may define.
  private func refuseEntity() {
    guard fault == nil else { return }
    stop(.malformed(XML_ERROR_UNDEFINED_ENTITY, at: position))
  }

  private func finishText() {
    guard !text.isEmpty else { return }
    events.append((.text(text), textPosition))
    text = ""
  }

  private func append(_ event: XMLEvent) {
    events.append((event, position))
    if events.count >= Self.batch { XML_StopParser(parser, XML_TRUE) }
  }

  private func stop(_ fault: XMLFault) {
    self.fault = fault
    XML_StopParser(parser, XML_FALSE)
  }

  private static func name(_ text: UnsafePointer<XML_Char>) -> XMLName {
    let whole = String(cString: text)
    guard let border = whole.utf8.firstIndex(of: UInt8(bitPattern: separator)) else {
      return XMLName(whole)
    }
    return XMLName(String(whole[whole.utf8.index(after: border)...]), in: String(whole[..<border]))
  }
}
