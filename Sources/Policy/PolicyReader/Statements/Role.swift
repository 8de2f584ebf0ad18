/// What a party has to do with an item; the names are those of the model's relations.
package enum Role: String, Hashable, Sendable, CaseIterable {
  /// 责任领导, 链长
  case accountable
  /// 牵头单位
  case lead
  /// 责任单位
  case responsible
  /// 配合单位
  case support
  /// 对接
  case liaison
  /// 统筹
  case coordinate
}

/// What the words before a colon say of the list behind it.
struct RoleLabel {
  let role: Role
  /// Whether people stand in the list, not units.
  let namesPeople: Bool
  /// Whether the first of the list leads and the others answer with it (牵头及责任单位).
  let firstLeads: Bool
  /// Whether it is a deputy's or a member's place in a roster.
  let isDeputy: Bool
  /// Whether it may name the people of the units that stand beside it (责任人), not leaders.
  let isOfUnit: Bool

  /// The longest label.
  static let longest = 14

  /// What may stand in a label; a label holds nothing else.
  private static let words: [Word] = [
    "牵头", "主办", "主责", "责任", "负责", "配合", "协办", "协同", "参与", "参加", "协助", "支持", "对接",
    "统筹", "协调", "成员", "河长", "湖长", "林长", "田长", "路长", "群链长", "落实", "实施", "承办", "领导", "单位", "部门", "链长",
    "组长", "召集人", "分管",
    "包联", "包保", "包抓", "挂钩", "联系", "挂帅", "地区", "机构", "处室", "科室", "主体", "人", "总", "副",
    "常务", "专班", "工作", "及", "和", "与", "、", "/", "省", "市", "县", "区", "级", "主要", "第一", "共同",
    "具体", "推进", "服务", "校", "院", "各", "(", ")", "其他", "领衔", "主任", "执行",
  ]
  private static let leading: [Word] = ["牵头", "主办", "主责", "主要责任", "领衔", "第一责任"]
  private static let people: [Word] = [
    "领导", "链长", "河长", "湖长", "林长", "田长", "路长", "组长", "召集人", "责任人", "负责人", "主任",
  ]

  private static let persons: [Word] = ["责任人", "负责人"]
  /// Whoever is to be called answers for nothing.
  private static let contacts: [Word] = ["联系人", "联络人", "联络员", "联系电话"]

  /// `nil` when the words are no label of a statement.
  init?(_ label: ArraySlice<Unicode.Scalar>) {
    let characters = Array(label.filter { !$0.isSpace })
    guard characters.count >= 2, characters.count <= Self.longest,
      !characters.containsAny(Self.contacts)
    else { return nil }
    var rest = characters[...]
    while !rest.isEmpty {
      guard let word = rest.beginning(of: Self.words) else { return nil }
      rest = rest.dropFirst(word.characters.count)
    }
    let isUnits = characters.containsAny(["单位", "部门", "机构"])
    namesPeople = characters.containsAny(Self.people) && !isUnits
    isDeputy =
      characters.containsAny([
        "副链长", "副组长", "副召集人", "副主任", "副河长", "副湖长", "副林长", "副田长", "副路长",
      ])
      || (characters.contains("成员") && !isUnits)
    isOfUnit = characters.containsAny(Self.persons) && !characters.contains("领导")
    let leads = characters.containsAny(Self.leading) || (isUnits && characters.contains("链长"))
    let answers = characters.containsAny(["责任", "负责", "成员", "落实", "实施", "承办", "参与", "配合"])
    firstLeads = leads && answers && characters.containsAny(["及", "和", "与", "、", "/", "("])
    if characters.containsAny(["对接"]) {
      role = .liaison
    } else if namesPeople {
      role = isDeputy ? .support : .accountable
    } else if leads {
      role = firstLeads ? .responsible : .lead
    } else if characters.containsAny(["统筹", "协调"]) {
      role = .coordinate
    } else if characters.containsAny(["配合", "协办", "协同", "参与", "参加", "协助", "支持"]) {
      role = .support
    } else if answers {
      role = .responsible
    } else {
      return nil
    }
  }
}

extension Role {
  /// The role that a label gives; `nil` when the words are none.
  init?(label: ArraySlice<Unicode.Scalar>) {
    guard let label = RoleLabel(label) else { return nil }
    self = label.role
  }
}
