/// The form of the names of departments, governments and other bodies.
enum UnitWords {
  /// Endings that hardly anything else has.
  static let endings: [Word] = [
    "局", "委", "办", "厅", "部", "署", "院", "政府", "管委会", "办公室", "中心", "委员会", "集团", "公司",
    "法院", "检察院", "工会", "妇联", "工商联", "科协", "残联", "文联", "侨联", "供销社", "支队", "总队",
    "大队", "海关", "银行", "分行", "支行", "办事处", "指挥部", "专班", "小组", "工作组", "部门", "单位",
    "机构", "学院", "大学", "协会", "商会", "联盟", "学会", "研究所", "社", "联社", "园区", "街道", "团委",
    "行", "所", "站", "队", "联合会", "总会", "基金会", "管理处", "处",
  ]
  /// Endings of regions, which stand for their governments, and of other bodies.
  private static let weakEndings: [Word] = [
    "区", "县", "市", "镇", "乡", "州", "盟", "旗", "企业", "高校", "院校", "学校", "会", "联", "团市委",
    "团省委", "团县委", "库", "厂", "店", "地区", "主体", "县区", "乡镇",
  ]
  /// Endings that a list shares with the units before its last.
  static let governmentEndings: [Word] = [
    "人民政府", "政府", "管委会", "管理委员会", "街道办事处", "办事处", "党工委", "党委",
  ]
  static let levels: [Word] = ["省", "市", "县", "区", "州", "自治区", "盟", "旗", "镇", "乡"]
  /// What begins a name that stands for several.
  static let collective: [Word] = ["各", "相关", "有关"]

  /// The name without brackets at its end: `市委组织部(人才办)` is `市委组织部`.
  static func base(_ name: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var name = name
    while let last = name.last, last.opening != nil {
      var depth = 0
      var position = name.endIndex - 1
      while position >= name.startIndex {
        if name[position].opening != nil { depth += 1 }
        if name[position].closing != nil { depth -= 1 }
        if depth == 0 { break }
        position -= 1
      }
      guard depth == 0, position > name.startIndex else { break }
      name = name[..<position]
    }
    return name
  }

  /// Whether a name in a list that is labelled looks like a unit.
  static func mayBeUnit(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    guard name.count >= 2, name.count <= 40 else { return false }
    let base = base(name)
    return base.ending(of: endings) != nil || base.ending(of: weakEndings) != nil
      || isCollective(base)
  }

  /// Whether a name is a unit even where nothing says that units stand here.
  static func isUnit(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    guard name.count >= 3 || (name.count == 2 && name.ends("委")), name.count <= 30 else {
      return false
    }
    let base = base(name)
    if hasProse(base) { return false }
    if isCollective(base) { return mayBeUnit(base) }
    return base.ending(of: endings) != nil
  }

  /// Whether a name may be that of a body of which nobody has heard, where a verb says that bodies stand here.
  static func mayBeName(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    let base = base(name)
    guard base.count >= 2, base.count <= 24 else { return false }
    return !hasProse(base)
  }

  /// Whether words of running text stand in a name; 以上 and 以下 are those of levels (地级以上市).
  private static func hasProse(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    name.indices.contains { position in
      guard "的了在以对为将从向".unicodeScalars.contains(name[position]) else { return false }
      return !name.holds("以上", at: position) && !name.holds("以下", at: position)
    }
  }

  private static let banks: [Word] = ["银行", "分行", "支行", "人行"]

  /// Whether what stands before 和 is a name by itself, not the first half of one: 市城市运行和政务服务办.
  static func mayStandAlone(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    let base = base(name)
    return !base.ends("行") || base.ending(of: banks) != nil
  }

  /// Whether a name stands for several: 各…, 相关…, 市有关….
  static func isCollective(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    quantifier(name) != nil
  }

  /// Whether it stands for all (各) or some (相关) of several; `nil` for one unit.
  static func quantifier(_ name: ArraySlice<Unicode.Scalar>) -> String? {
    let head = name.prefix(6)
    if head.containsAny(["相关", "有关"]) { return "相关" }
    guard let each = head.firstIndex(of: "各"), each - head.startIndex <= 2 else { return nil }
    return "各"
  }

  /// The level that a name begins with, as the units of a list share it: `市`, `市委`, `省`.
  static func level(of name: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
    guard let level = name.beginning(of: levels) else { return nil }
    let end = name.startIndex + level.characters.count
    guard end < name.endIndex else { return nil }
    if name.holds("场", at: end), level.characters.string == "市" { return nil }
    if name.holds("委", at: end), end + 1 < name.endIndex, name.ends("部") {
      return name[..<(end + 1)]
    }
    return name[..<end]
  }

  private static let posts: [Word] = [
    "主要负责同志", "主要负责人", "分管负责同志", "分管负责人", "负责同志", "负责人", "主要领导", "分管领导", "局长", "主任", "厅长",
    "党组书记",
  ]

  /// The unit whose head is named by the post alone: 市财政局 of 市财政局局长; `nil` for any other words.
  static func unit(ofPost post: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
    guard let word = post.ending(of: posts) else { return nil }
    let unit = post.dropLast(word.characters.count)
    guard unit.count > 2, level(of: unit) != nil || isCollective(unit),
      isUnit(unit)
    else { return nil }
    return unit
  }
}
