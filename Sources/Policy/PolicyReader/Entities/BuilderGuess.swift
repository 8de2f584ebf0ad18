/// Guesses which enterprise builds a project from the project's name.
struct BuilderGuess {
  /// Beginnings that several projects share, longest first by their first characters.
  private var shared: Set<String> = []
  private let regions: Set<String>

  /// - Parameter regions: The stems of places' names, which are no enterprises.
  init(projects: [String], regions: Set<String>) {
    self.regions = regions
    let names = projects.map { Array($0.unicodeScalars) }.sorted { first, second in
      first.lexicographicallyPrecedes(second)
    }
    for (name, next) in zip(names, names.dropFirst()) {
      var length = 0
      while length < min(name.count, next.count, 8), name[length] == next[length] { length += 1 }
      guard length >= 2, name[..<length].allSatisfy(\.isHan) else { continue }
      let prefix = name[..<length].string
      if !regions.contains(where: { prefix.hasPrefix($0) }) { shared.insert(prefix) }
    }
  }

  /// The enterprise at the start of `project`; `nil` where none shows itself.
  func enterprise(of project: String) -> String? {
    let characters = Array(project.unicodeScalars)
    let name =
      byEnding(characters) ?? byProvince(characters) ?? byGroup(characters) ?? bySize(characters)
      ?? byProduct(characters)
    if let name { return name }
    for length in stride(from: min(8, characters.count - 2), to: 1, by: -1)
    where shared.contains(characters[..<length].string) {
      return characters[..<length].string
    }
    return nil
  }

  /// 泰峰锂业 of 泰峰锂业碳酸锂: the first ending of a company with at least two characters before it.
  private func byEnding(_ characters: Characters) -> String? {
    guard characters.count > 5 else { return nil }
    for start in 2..<min(7, characters.count - 2) {
      guard characters[..<start].allSatisfy(\.isHan) else { return nil }
      guard let ending = characters[start...].beginning(of: EntityWords.companyEndings) else {
        continue
      }
      let end = start + ending.characters.count
      guard end + 1 < characters.count, !"园区城基中港".unicodeScalars.contains(characters[end]),
        !characters.holds("项目", at: end) || start >= 2
      else { continue }
      let name = characters[..<end]
      guard EnterpriseReader.isName(name), isProper(characters[..<start]) else { return nil }
      // 某某精细化工: the product begins within.
      guard characters[..<start].ending(of: Self.common) == nil else { return nil }
      return name.string
    }
    return nil
  }

  static let common: [Word] = [
    "高端", "绿色", "精细", "先进", "新型", "智能", "有色", "海上", "陆上", "农产", "生物", "特种", "高性", "光伏", "风电",
    "年产", "大型", "现代", "新能", "电力", "氢能", "核电", "石油", "煤", "钢铁", "冶金", "航空", "汽车", "轨道", "医疗",
    "水产", "海洋", "分布", "废旧", "工业", "数字", "全市", "区域", "综合", "公共", "基础", "精深", "循环", "压缩", "抽水",
    "北方", "核", "稀", "天然", "生活", "城市", "农村", "温泉", "高品", "智慧",
  ]

  private func isProper(_ head: ArraySlice<Unicode.Scalar>) -> Bool {
    head.beginning(of: Self.common) == nil && !regions.contains(head.string)
  }

  /// 某某智慧供热: two to four characters before a word that begins a product.
  private func byProduct(_ characters: Characters) -> String? {
    for length in 2...4 where characters.count > length + 2 {
      guard characters[length...].beginning(of: Self.common) != nil,
        characters[length...].beginning(of: EntityWords.parkEndings) == nil
      else { continue }
      let name = characters[..<length]
      guard name.allSatisfy(\.isHan), EnterpriseReader.isName(name), isProper(name),
        EntityWords.parkEndings.allSatisfy({ !name.ends($0) }),
        name.beginning(of: EntityWords.generic) == nil,
        !"市县区镇乡村州省".unicodeScalars.contains(characters[length - 1])
      else { return nil }
      return name.string
    }
    return nil
  }

  /// 辽宁优创 of 辽宁优创大型农药: a province and two characters.
  private func byProvince(_ characters: Characters) -> String? {
    guard let province = characters.beginning(of: EntityWords.provinces) else { return nil }
    let end = province.characters.count + 2
    guard characters.count > end + 2,
      !"省市".unicodeScalars.contains(characters[province.characters.count])
    else { return nil }
    return characters[..<end].string
  }

  private func byGroup(_ characters: Characters) -> String? {
    guard let group = characters.beginning(of: EntityWords.groups) else { return nil }
    return group.characters.string
  }

  /// 莲花山凿岩钎具 of 莲花山凿岩钎具6000吨钎具: what stands before the size.
  private func bySize(_ characters: Characters) -> String? {
    let size =
      characters.firstIndex(where: \.isDigit) ?? characters.first("百万吨") ?? characters.first("万吨")
    guard let digit = size, digit >= 3, digit <= 8 else { return nil }
    let name = characters[..<digit]
    guard EnterpriseReader.isName(name), isProper(name),
      name.ending(of: ["年产", "新建", "期", "万", "日产", "月产", "-"] + EntityWords.parkEndings) == nil
    else { return nil }
    return name.string
  }
}
