import ChainModel

/// What a document says of itself before its text.
public struct DocumentHead: Hashable, Sendable {
  /// The title of the plan, not of the notice that sends it.
  public let title: String
  /// Who issued it; `nil` where nothing says so.
  public let issuer: String?
  /// The region that it is for; `nil` where nothing says so.
  public let jurisdiction: String?
  /// The day of issue, `2023-08-18`; `nil` where none stands on a line of its own.
  public let date: String?
  /// Where the text begins: the line of the title, before which stand press notices and addressees.
  let line: Int
  /// The first year that the title names; `nil` where it names none.
  let year: String?
  /// What a data set is dated that must have a date and whose document has none.
  static let unknownYear = "2000"
  /// The number, such as 国办发〔2023〕14号.
  public let number: String?

  /// Whether a person must fill something in.
  public var isIncomplete: Bool {
    title.isEmpty || issuer == nil || jurisdiction == nil || date == nil
  }

  private static let kinds: [Word] = [
    "意见", "方案", "计划", "措施", "举措", "规划", "办法", "细则", "决定", "要点", "清单", "政策", "行动", "条例",
    "规定", "指南", "纲要", "分工", "名单", "项目表", "计划表", "分工表", "任务表", "一览表", "分解表",
  ]
  private static let organs: [Word] = [
    "人民政府办公厅", "人民政府办公室", "人民政府", "政府办公室", "委员会办公室", "办公厅", "办公室", "委员会", "管委会", "局",
    "厅", "领导小组",
  ]
  private static let regions: [Word] = ["自治区", "自治州", "新区", "省", "市", "县", "区", "州", "盟", "旗"]

  init(_ lines: [PolicyLine], _ outline: Outline) {
    // 附件1 above everything begins no annex of a text.
    let first = outline.items.dropFirst().first { !($0.isRoot && $0.line <= 3) }?.line ?? .max
    let heads = lines.prefix { $0.line(at: 0) < first }.prefix(80)
    var title = ""
    var titleLine = 0
    var notice = ""
    var issuer: String?
    var date: String?
    var number: String?
    for (position, line) in heads.enumerated() where line.characters.count < 90 {
      let characters = line.characters
      // 附件:任务清单 only announces an annex.
      guard characters.first != "#", !characters.contains("http"),
        characters.beginning(of: ["附件", "附表", "附录"]) == nil
      else { continue }
      let plain = Self.withoutNote(characters[...])
      if plain.ending(of: Self.kinds) != nil, !characters.contains("。"), characters.count > 5 {
        let above = position > 0 ? heads[position - 1].characters : []
        let isContinued = characters.starts("关于") && above.ending(of: Self.organs) != nil
        title = (isContinued ? above : []).string + characters.string
        titleLine = line.line(at: 0)
      } else if plain.ends("通知"), characters.contains("《") {
        notice = characters.string
      }
      if Self.isIssuer(characters) {
        issuer = characters.string
      }
      if number == nil { number = Self.number(characters) }
    }
    if title.isEmpty, let open = notice.firstIndex(of: "《"), let close = notice.lastIndex(of: "》") {
      title = String(notice[notice.index(after: open)..<close])
    }
    for line in lines.prefix(400) + lines.suffix(400) where date == nil {
      date = Self.date(line.characters)
    }
    let about = Array((title + notice).unicodeScalars)
    if issuer == nil, let end = about.first("关于"), about[..<end].ending(of: Self.organs) != nil {
      issuer = about[..<end].string
    }
    if issuer == nil {
      let last = lines.suffix(40).first { line in
        Self.isIssuer(line.characters)
      }
      issuer = last?.characters.string
    }
    let told = outline.metadata
    self.title = Self.withoutIssuer(title.isEmpty ? told["标题"] ?? "" : title)
    self.issuer = told["发文机关"] ?? told["发布机构"] ?? issuer
    self.line = titleLine
    self.date = told["成文日期"].flatMap { Self.date(Array($0.unicodeScalars)) } ?? date
    self.number = told["发文字号"] ?? number
    year = Self.year(Array(title.unicodeScalars))
    jurisdiction =
      Self.region(Array((issuer ?? title).unicodeScalars))
      ?? Self.region(Array(title.unicodeScalars))
  }

  private static func withoutNote(_ characters: ArraySlice<Unicode.Scalar>) -> ArraySlice<
    Unicode.Scalar
  > {
    UnitWords.base(characters)
  }

  /// Whether a line is nothing but the name of an office.
  private static func isIssuer(_ characters: Characters) -> Bool {
    characters.count < 30 && characters.ending(of: organs) != nil
      && !characters.contains { ",:;。、\t".unicodeScalars.contains($0) }
  }

  /// The title without 某市人民政府关于 before it.
  private static func withoutIssuer(_ title: String) -> String {
    let characters = Array(title.unicodeScalars)
    guard let about = characters.first("关于"), about > 2,
      characters[..<about].ending(of: organs) != nil, characters.count - about > 6
    else { return title }
    return characters.string
  }

  /// The region that a name begins with.
  private static func region(_ characters: Characters) -> String? {
    var best: Int?
    for position in characters.indices.prefix(16) where position >= 1 {
      if let word = characters[position...].beginning(of: regions) {
        let end = position + word.characters.count
        // in 广州市 the city is meant, no prefecture.
        best = characters.holds("市", at: end) ? end + 1 : end
        break
      }
    }
    guard let best, characters[..<best].allSatisfy(\.isHan) else { return nil }
    return characters[..<best].string
  }

  private static func year(_ characters: Characters) -> String? {
    characters.split { !$0.isDigit }.first {
      $0.count == 4 && ($0.starts("19") || $0.starts("20"))
    }?
    .string
  }

  /// `2023年8月18日` alone on a line.
  private static func date(_ characters: Characters) -> String? {
    var characters = characters
    if characters.count <= 60, characters.containsAny(["发布", "印发", "公布"]),
      let day = characters.firstIndex(of: "日"), let year = characters[..<day].lastIndex(of: "年")
    {
      characters = Array(characters[max(0, year - 4)...day])
    }
    guard characters.count <= 14, characters.last == "日" else { return nil }
    let plain = characters.filter { !$0.isSpace }
    let parts = plain.dropLast().split { "年月".unicodeScalars.contains($0) }
    guard parts.count == 3, let year = Int(parts[0].string), let month = Int(parts[1].string),
      let day = Int(parts[2].string), year > 1900
    else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return CalendarDate(parsing: "\(year)-\(two(month))-\(two(day))")?.description
  }

  /// `国办发〔2023〕14号` alone on a line.
  private static func number(_ characters: Characters) -> String? {
    guard characters.count <= 24, characters.last == "号", let open = characters.firstIndex(of: "〔"),
      open > 1
    else { return nil }
    return characters.string
  }
}
