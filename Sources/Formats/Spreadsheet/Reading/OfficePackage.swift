internal import XML
internal import Zip

/// The parts of an office file and what ties them together.
struct OfficePackage: ~Copyable {
  /// A tie from one part to another.
  struct Relationship {
    let id: String
    /// The last word of its type, such as `worksheet`; the rest differs between forms of the standard.
    let type: String
    /// The name of the part at its end.
    let target: String
  }

  private var archive: ZipArchive

  init(_ bytes: [UInt8], _ limits: WorkbookLimits) throws(WorkbookFault) {
    var zipLimits = ZipLimits()
    zipLimits.partBytes = limits.partBytes
    zipLimits.totalBytes = limits.totalBytes
    do throws(ZipFault) {
      archive = try ZipArchive(bytes, limits: zipLimits)
    } catch {
      throw .zip(error)
    }
  }

  /// The bytes of a part; `nil` where there is none such.
  mutating func part(_ name: String) throws(WorkbookFault) -> [UInt8]? {
    do throws(ZipFault) {
      return try archive.part(name)
    } catch {
      throw .zip(error)
    }
  }

  func contains(_ part: String) -> Bool { archive.listedName(of: part) != nil }

  /// The part that the whole file is about, as the file's own ties tell, else as its list of contents
  /// does, else by the name that it usually has.
  mutating func mainPart() throws(WorkbookFault) -> String? {
    let tied = try relationships(of: "").first { $0.type == "officeDocument" }?.target
    if let tied, contains(tied) { return tied }
    if let listed = try listedMainPart(), contains(listed) { return listed }
    return ["xl/workbook.xml", "xl/workbook.bin"].first { contains($0) }
  }

  /// Where the part `name` leads to, in the order of the file; the empty name is the file itself.
  mutating func relationships(of name: String) throws(WorkbookFault) -> [Relationship] {
    let slash = name.lastIndex(of: "/")
    let folder = slash.map { String(name[...$0]) } ?? ""
    let file = slash.map { name[name.index(after: $0)...] } ?? name[...]
    let part = "\(folder)_rels/\(file).rels"
    guard let bytes = try self.part(part) else { return [] }
    var found: [Relationship] = []
    var reader = PartReader(bytes, part: part)
    guard try reader.nextChild(in: Self.relationshipNamespaces) != nil else { return [] }
    while let element = try reader.nextChild(in: Self.relationshipNamespaces) {
      if element["TargetMode"] != "External", let id = element["Id"], let type = element["Type"],
        let target = element["Target"].flatMap({ Self.resolve($0, in: folder) })
      {
        let word = type.split(separator: "/").last.map(String.init) ?? type
        found.append(Relationship(id: id, type: word, target: target))
      }
      try reader.finish()
    }
    return found
  }

  private static let relationshipNamespaces = [
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "http://purl.oclc.org/ooxml/package/relationships",
  ]
  private static let contentNamespaces = [
    "http://schemas.openxmlformats.org/package/2006/content-types",
    "http://purl.oclc.org/ooxml/package/content-types",
  ]

  private mutating func listedMainPart() throws(WorkbookFault) -> String? {
    let part = "[Content_Types].xml"
    guard let bytes = try self.part(part) else { return nil }
    var reader = PartReader(bytes, part: part)
    guard try reader.nextChild(in: Self.contentNamespaces) != nil else { return nil }
    while let element = try reader.nextChild(in: Self.contentNamespaces) {
      if let type = element["ContentType"], type.hasSuffix(".main+xml"),
        type.contains("sheet") || type.contains("ms-excel"),
        let target = element["PartName"].flatMap({ Self.resolve($0, in: "") })
      {
        return target
      }
      try reader.finish()
    }
    return nil
  }

  /// The name of the part that `target` means in a part of `folder`; `nil` where it climbs out.
  static func resolve(_ target: String, in folder: String) -> String? {
    let path = String(target.map { $0 == "\\" ? "/" : $0 })
    var steps: [Substring] = []
    for step in (path.hasPrefix("/") ? path : folder + path).split(separator: "/") {
      switch step {
      case ".": continue
      case "..": guard steps.popLast() != nil else { return nil }
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
