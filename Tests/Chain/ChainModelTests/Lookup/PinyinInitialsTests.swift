import Testing

@testable import ChainModel

@Suite struct PinyinInitialsTests {
  private func matches(_ initials: String, _ name: String) -> Bool {
    PinyinInitials.position(of: Array(initials.utf8), in: name) == 0
  }

  @Test(arguments: [
    ("葫芦岛", "hld"), ("兴城市", "xcs"), ("绥中县", "szx"), ("建昌县", "jcx"), ("龙港区", "lgq"),
    ("连山区", "lsq"), ("南票区", "npq"), ("锦西石化", "jxsh"), ("渤海船舶重工", "bhcbzg"), ("泳装", "yz"),
    ("碳酸锂", "tsl"), ("氢能", "qn"), ("聚乙烯", "jyx"), ("有色冶金", "ysyj"), ("海洋渔业", "hyyy"),
    ("市工业和信息化局", "sgyhxxhj"), ("甄国强", "zgq"), ("柳晓东", "lxd"), ("毕荣昌", "brc"),
  ])
  func `names are found by the first letters of their readings`(_ name: String, _ initials: String)
  {
    #expect(matches(initials, name))
  }

  @Test(arguments: [
    ("长江", "cj"), ("市长", "sz"), ("银行", "yh"), ("行业", "hy"), ("行政", "xz"), ("重庆", "cq"),
    ("重工", "zg"), ("音乐", "yy"), ("快乐", "kl"), ("会计", "kj"), ("协会", "xh"), ("大夫", "df"),
    ("单位", "dw"), ("单县", "sx"), ("朝阳", "cy"), ("曾庆", "zq"), ("参数", "cs"), ("调度", "dd"),
    ("调整", "tz"), ("传统", "ct"), ("自传", "zz"), ("车间", "cj"), ("降低", "jd"),
  ])
  func `a character with several readings is found by each`(_ name: String, _ initials: String) {
    #expect(matches(initials, name))
  }

  @Test(arguments: [("长江", "xj"), ("银行", "yk"), ("泳装", "yx"), ("泳装", "y1"), ("英华", "yhh")])
  func `other letters do not find a name`(_ name: String, _ initials: String) {
    #expect(PinyinInitials.position(of: Array(initials.utf8), in: name) == nil)
  }

  @Test func `Latin letters and digits stand for themselves, brackets are passed over`() {
    #expect(matches("lngjsz", "LNG接收站"))
    #expect(matches("hyyyspncp", "海洋渔业(食品、农产品)"))
    #expect(matches("2025nmb", "2025年目标"))
  }

  @Test func `a part of a name is found where it stands`() {
    #expect(PinyinInitials.position(of: Array("zg".utf8), in: "渤海船舶重工") == 4)
    #expect(PinyinInitials.position(of: Array("hy".utf8), in: "(海洋)海洋") == 0)
    #expect(PinyinInitials.position(of: [], in: "泳装") == nil)
    #expect(PinyinInitials.position(of: Array("a".utf8), in: "") == nil)
    #expect(PinyinInitials.position(of: Array("a".utf8), in: "（）") == nil)
  }

  @Test func `every character of the table has one lower-case letter or none`() {
    for value in UInt32(0x4E00)...0x9FA5 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let letters = PinyinInitials.letters(of: scalar)
      #expect(letters.count <= 3)
      #expect(letters.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
    }
    #expect(PinyinInitials.letters(of: "\u{9FA6}").isEmpty)
    #expect(PinyinInitials.letters(of: "\u{4DFF}").isEmpty)
    #expect(PinyinInitials.letters(of: "\u{20000}").isEmpty)
    #expect(PinyinInitials.letters(of: "é").isEmpty)
  }
}
