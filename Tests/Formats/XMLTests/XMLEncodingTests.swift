import Diagnostics
import Testing
import XML

/// XML in encodings that the parser itself does not know.
struct XMLEncodingTests {
  private func text(of bytes: [UInt8]) throws -> String {
    var reader = XMLReader(bytes)
    _ = try reader.next()
    return try reader.finishElement()
  }

  #if canImport(Glibc)
    /// 锂 in GB 18030.
    private static let national: [UInt8] = [0xEF, 0xAE]

    @Test(arguments: ["GB2312", "gb18030", "GBK", "GB_2312-80", "cp936"])
    func `Chinese Windows is read as it says`(name: String) throws {
      for head in [
        "<?xml version=\"1.0\" encoding=\"\(name)\"?>",
        "<?xml version='1.0' encoding = '\(name)' standalone='yes'?>\n",
      ] {
        let bytes = Array("\(head)<a>".utf8) + Self.national + Array("</a>".utf8)
        #expect(try text(of: bytes) == "锂", "\(head)")
      }
    }

    @Test func `places stand where the file has them`() throws {
      let head = "<?xml version='1.0' encoding='GBK'?><a>"
      var reader = XMLReader(Array(head.utf8) + Self.national + Array("<b/></a>".utf8))
      while let event = try reader.next() {
        guard case .start(let element) = event, element.name.local == "b" else { continue }
        #expect(reader.position == SourcePosition(line: 1, column: head.utf8.count + 2))
      }
    }

    @Test func `what was converted is not converted again`() {
      let bytes = Array("<?xml version='1.0' encoding='GBK'?><a>".utf8) + Self.national
      let once = XMLText.utf8(bytes)
      #expect(once != bytes && XMLText.utf8(once) == once)
    }
  #endif

  @Test func `UTF-8 and what says nothing of itself stay as they are`() {
    for text in [
      "", "<a>锂</a>", "<?xml version='1.0'?><a/>", "<?xml version='1.0' encoding='UTF-8'?><a/>",
      "<?xml encoding", "<?xml encoding=", "<?xml encoding='x",
      "<?xml version='1.0' encoding='none'?>",
    ] {
      #expect(XMLText.utf8(Array(text.utf8)) == Array(text.utf8), "\(text)")
    }
  }

  @Test func `UTF-16 becomes UTF-8 without a declaration that contradicts it`() {
    let text = "<?xml version='1.0' encoding='UTF-16'?><a>锂</a>"
    let pairs = text.utf16.map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let bytes: [UInt8] = [0xFF, 0xFE] + pairs.joined()
    let read = String(decoding: XMLText.utf8(bytes), as: UTF8.self)
    #expect(read.hasSuffix("<a>锂</a>") && !read.contains("UTF-16"))
    #expect(throws: Never.self) { try self.text(of: bytes) }
  }
}
