import TestSupport

/// A way to write the same Word document: which namespace, and by which prefix.
struct WordForm: CustomStringConvertible, Sendable {
  static let transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

  let namespace: String
  /// That of elements; empty for none.
  let prefix: String
  /// That of attributes; empty for none.
  let attributePrefix: String

  var description: String { "\(prefix):\(attributePrefix) \(namespace)" }

  /// The file of parts that are written with the prefix `w`, none of which declares it.
  func file(_ parts: [(name: String, xml: String)]) -> [UInt8] {
    StoredZip.bytes(parts.map { ($0.name, Array(write($0.xml).utf8)) })
  }

  private func write(_ xml: String) -> String {
    let mark = prefix.isEmpty ? "" : prefix + ":"
    let prefixes = Set([prefix, attributePrefix].filter { $0 == prefix || !$0.isEmpty })
    let declared = prefixes.sorted().map { prefix in
      " xmlns\(prefix.isEmpty ? "" : ":" + prefix)=\"\(namespace)\""
    }
    var text = xml.replacing("</w:", with: "</" + mark).replacing("<w:", with: "<" + mark)
    text = text.replacing(" w:", with: " " + (attributePrefix.isEmpty ? "" : attributePrefix + ":"))
    // Behind the name of the root.
    let end = text.firstIndex(of: ">") ?? text.endIndex
    return text[..<end] + declared.joined() + text[end...]
  }
}
