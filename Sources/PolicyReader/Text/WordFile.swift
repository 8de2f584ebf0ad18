internal import CZip

/// A Word document: a zip file whose part `word/document.xml` is the text.
enum WordFile {
  /// More text than any document has; a part that says it is larger is a bomb.
  private static let mostBytes = 64 << 20
  /// How much smaller than its text a part may be.
  private static let mostGrowth = 400

  /// The XML of the document.
  static func document(in bytes: [UInt8]) throws(PolicyFault) -> String {
    let outcome = bytes.withUnsafeBytes { bytes in
      Result { () throws(PolicyFault) in try readPart(in: bytes) }
    }
    let part = try outcome.get()
    guard let text = String(validating: part, as: UTF8.self) else {
      throw PolicyFault(
        zh: "Word 文件的正文不是 UTF-8",
        en: "the text of the Word document is not UTF-8"
      )
    }
    // Nothing here would expand an entity; a document that declares some is not Word's.
    guard !text.isEmpty, text.firstDeclaration == nil else {
      throw PolicyFault(
        zh: "Word 文件的正文为空，或声明了实体，不予读取",
        en: "the text of the Word document is empty or declares entities, and is not read"
      )
    }
    return text
  }

  private static func readPart(in bytes: UnsafeRawBufferPointer) throws(PolicyFault) -> [UInt8] {
    let broken = PolicyFault(
      zh: "不是完好的 Word 文件（.docx）",
      en: "not a sound Word document (.docx)"
    )
    // libzip reads the caller's memory, which outlives the archive; it frees the source with it.
    guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, nil)
    else { throw broken }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      throw broken
    }
    defer { zip_discard(archive) }
    var status = zip_stat_t()
    guard zip_stat(archive, "word/document.xml", 0, &status) == 0 else { throw broken }
    guard status.size <= mostBytes, status.size / max(1, status.comp_size) <= mostGrowth else {
      throw PolicyFault(
        zh: "Word 文件解压后过大，不予读取",
        en: "the Word document unpacks to too much, and is not read"
      )
    }
    guard let file = zip_fopen(archive, "word/document.xml", 0) else { throw broken }
    defer { zip_fclose(file) }
    var part = [UInt8](repeating: 0, count: Int(status.size))
    var filled = 0
    while filled < part.count {
      let step = part.withUnsafeMutableBytes { room in
        zip_fread(file, room.baseAddress.map { $0 + filled }, UInt64(room.count - filled))
      }
      guard step > 0 else { throw broken }
      filled += Int(step)
    }
    return part
  }
}

extension String {
  /// Where a document type or an entity is declared.
  fileprivate var firstDeclaration: Int? {
    let bytes = Array(utf8)
    var position = 0
    while let mark = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = mark + 1
      guard position + 8 <= bytes.count, bytes[position] == UInt8(ascii: "!") else { continue }
      let word = String(decoding: bytes[(position + 1)..<(position + 8)], as: UTF8.self)
      if word.uppercased() == "DOCTYPE" || word.uppercased().hasPrefix("ENTITY") { return mark }
    }
    return nil
  }
}
