import TestSupport
import Testing
import Zip

struct ZipArchiveTests {
  private func fault(
    _ bytes: [UInt8],
    part: String = "a",
    limits: ZipLimits = ZipLimits()
  ) -> ZipFault.Reason? {
    do throws(ZipFault) {
      var archive = try ZipArchive(bytes, limits: limits)
      _ = try archive.part(part)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func `parts are listed in order and read, in whatever case they are asked for`() throws {
    var archive = try ZipArchive(
      StoredZip.bytes([("xl/B.xml", [1, 2]), ("a", []), ("目录\\c", [3])])
    )
    #expect(archive.names.prefix(2) == ["xl/B.xml", "a"])
    #expect(archive.listedName(of: "XL/b.XML") == "xl/B.xml")
    #expect(try archive.part("XL/b.XML") == [1, 2])
    #expect(try archive.part("a") == [])
    #expect(try archive.part("b") == nil)
  }

  @Test func `what is no archive is damaged`() {
    #expect(fault([]) == .damaged)
    #expect(fault(Array("PK, but no archive".utf8)) == .damaged)
    #expect(fault([0xD0, 0xCF, 0x11, 0xE0]) == .damaged)
  }

  @Test(arguments: ["../a", "x/../../a", "/a", "x/..", "..\\a", "C:\\a", ""])
  func `a name that climbs is refused`(name: String) {
    #expect(fault(StoredZip.bytes([(name, [1])])) == .climbingName)
  }

  @Test func `dots that do not climb are names`() throws {
    #expect(fault(StoredZip.bytes([("a..b/...", [1])])) == nil)
  }

  @Test func `a name that repeats is refused, in whatever case`() {
    #expect(fault(StoredZip.bytes([("a", [1]), ("a", [2])])) == .repeatedName)
    #expect(fault(StoredZip.bytes([("x/a", [1]), ("X\\A", [2])])) == .repeatedName)
  }

  @Test func `a part that is encrypted or packed in a strange way is refused`() {
    #expect(fault(StoredZip.bytes([("a", Array(repeating: 1, count: 20))], flags: 1)) == .encrypted)
    // bzip2, in both headers.
    var other = StoredZip.bytes([("a", [1, 2, 3])])
    other[8] = 12
    for place in other.indices.dropLast(12) where other[place...].starts(with: [0x50, 0x4B, 1, 2]) {
      other[place + 10] = 12
    }
    #expect(fault(other) == .foreignMethod)
  }

  @Test func `a part that claims or holds other than it should is damaged`() {
    let sound = StoredZip.bytes([("a", [1, 2, 3])])
    var changed = sound
    changed[31] ^= 1
    #expect(fault(sound) == nil)
    #expect(fault(changed) == .damaged)
    // Deflated nothing that claims three bytes, and three bytes that claim none.
    #expect(fault(StoredZip.bytes([("a", [3, 0])], claimedSize: 3)) == .damaged)
    let three: [UInt8] = [0x63, 0x64, 0x62, 0x06, 0x00]
    #expect(fault(StoredZip.bytes([("a", three)], claimedSize: 0)) == .damaged)
    #expect(fault(StoredZip.bytes([("a", three)], claimedSize: 2)) == .damaged)
  }

  @Test func `each limit holds`() {
    var limits = ZipLimits()
    limits.parts = 2
    let three = StoredZip.bytes([("a", [1]), ("b", [1]), ("c", [1])])
    #expect(fault(three, limits: limits) == .tooManyParts)
    limits = ZipLimits()
    limits.partBytes = 2
    #expect(fault(StoredZip.bytes([("a", [1, 2])]), limits: limits) == nil)
    #expect(fault(StoredZip.bytes([("a", [1, 2, 3])]), limits: limits) == .tooLarge)
    // Two bytes that claim to be much.
    let bomb = StoredZip.bytes([("a", [3, 0])], claimedSize: 2 << 20)
    #expect(fault(bomb) == .tooLarge)
    #expect(fault(StoredZip.bytes([("a", [3, 0])], claimedSize: 3 << 30)) == .tooLarge)
  }

  @Test func `what is read again and again counts again`() throws {
    var limits = ZipLimits()
    limits.totalBytes = 5
    var archive = try ZipArchive(StoredZip.bytes([("a", [1, 2])]), limits: limits)
    for _ in 0..<2 { #expect(try archive.part("a") == [1, 2]) }
    #expect(throws: ZipFault.self) { try archive.part("a") }
  }

  @Test func `a fault names the part in both languages`() throws {
    let bytes = StoredZip.bytes([("x/正文.xml", [3, 0])], claimedSize: 3 << 30)
    var archive = try ZipArchive(bytes)
    let name = try #require(archive.names.first)
    do throws(ZipFault) {
      _ = try archive.part(name)
      Issue.record("a bomb was read")
    } catch {
      #expect(error.part == name && error.message.zh.contains(name))
      #expect(error.message.en == "the part \(name) unpacks to too much, and is not read")
    }
  }

  @Test func `cut or changed anywhere, an archive is read or refused`() {
    let bytes = StoredZip.bytes([("a", [1, 2, 3]), ("xl/b", Array(repeating: 7, count: 40))])
    for end in 0..<bytes.count { #expect(fault(Array(bytes[..<end])) == .damaged, "cut at \(end)") }
    for place in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[place] ^= 1 << bit
        _ = fault(changed)
        _ = fault(changed, part: "xl/b")
      }
    }
  }
}
