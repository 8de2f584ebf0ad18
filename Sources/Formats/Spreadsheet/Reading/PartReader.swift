internal import XML

/// Reads a part of a workbook as a tree, one child after the other.
struct PartReader: ~Copyable {
  private var reader: XMLReader
  private let part: String
  private let sheet: String?

  /// What workbooks are written in: by the standard's transitional form, and by its strict one.
  static let mainNamespaces = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ]

  /// - Parameter sheet: The sheet that faults are told of.
  init(_ bytes: [UInt8], part: String, sheet: String? = nil) {
    reader = XMLReader(bytes)
    self.part = part
    self.sheet = sheet
  }

  /// The next element directly inside the one that was begun last; `nil` when that one has ended.
  ///
  /// Each child must be read to its end, by this or by ``finish()``, before the next is asked for.
  /// Elements of other namespaces, which are other programs' extensions, are passed over.
  mutating func nextChild(
    in namespaces: [String] = Self.mainNamespaces
  ) throws(WorkbookFault) -> XMLElement? {
    do throws(XMLFault) {
      while let event = try reader.next() {
        switch event {
        case .start(let element):
          if namespaces.contains(element.name.namespace) { return element }
          try reader.finishElement()
        case .end: return nil
        case .text: continue
        }
      }
      return nil
    } catch {
      throw .xml(error, in: part).at(sheet)
    }
  }

  /// Reads on to the end of the child that was begun last.
  ///
  /// - Returns: All text in it.
  @discardableResult
  mutating func finish() throws(WorkbookFault) -> String {
    do throws(XMLFault) {
      return try reader.finishElement()
    } catch {
      throw .xml(error, in: part).at(sheet)
    }
  }

  /// The text of a shared or an inline string that was begun last: its runs joined, without their
  /// looks, and without the reading aids that East Asian texts may carry.
  mutating func finishString() throws(WorkbookFault) -> String {
    var text = ""
    while let child = try nextChild() {
      switch child.name.local {
      case "t":
        let piece = try finish()
        text += (child.keepsBlanks ? piece : piece.trimmedOfBlanks).withoutEscapes
      case "r": text += try finishString()
      default: try finish()
      }
    }
    return text
  }
}

extension XMLElement {
  private static let space = XMLName("space", in: "http://www.w3.org/XML/1998/namespace")

  fileprivate var keepsBlanks: Bool {
    attributes.contains { $0.name == Self.space && $0.value == "preserve" }
  }

  /// Whether the attribute says yes, as XML Schema writes it.
  func isSet(_ name: String) -> Bool { self[name] == "1" || self[name] == "true" }
}

extension String {
  /// Without blanks at the ends, which Excel drops where they are not marked as meant.
  fileprivate var trimmedOfBlanks: String {
    let isBlank: (Unicode.Scalar) -> Bool = { " \t\n\r".unicodeScalars.contains($0) }
    var rest = unicodeScalars.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }
}
