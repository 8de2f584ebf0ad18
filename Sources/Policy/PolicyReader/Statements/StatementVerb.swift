/// The verb at the end of a clause that gives its units a role: 牵头负责, 配合, 按职责分工负责.
struct StatementVerb {
  let role: Role
  /// Where it begins.
  let start: Int

  private static let words: [Word] = [
    "负责", "落实", "实施", "组织", "牵头", "配合", "参与", "协助", "协同", "推进", "具体", "共同", "分别",
    "分工", "职责", "各自", "按照", "按", "根据", "依", "积极", "做好", "抓好", "承办", "主办", "协办", "承担",
    "统筹", "协调", "相关工作", "工作", "抓", "予以", "根", "据", "为主", "会商", "密切", "抓落实", "主责",
  ]

  /// The verb that the clause ends with; `nil` when it ends with none that gives a role.
  init?(endOf clause: ArraySlice<Unicode.Scalar>) {
    var rest = clause
    while let word = rest.ending(of: Self.words) { rest = rest.dropLast(word.characters.count) }
    let verbs = clause[rest.endIndex...]
    guard let role = Self.role(of: verbs) else { return nil }
    self.role = role
    start = rest.endIndex
  }

  /// Whether `characters` are nothing but verbs.
  static func isVerbs(_ characters: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = characters
    while let word = rest.ending(of: words) { rest = rest.dropLast(word.characters.count) }
    return rest.isEmpty
  }

  private static func role(of verbs: ArraySlice<Unicode.Scalar>) -> Role? {
    if verbs.containsAny(["牵头", "主办", "主责"]) { return .lead }
    if verbs.containsAny(["配合", "参与", "协助", "协办", "协同"]) { return .support }
    if verbs.containsAny(["统筹"]) { return .coordinate }
    if verbs.containsAny(["负责", "落实", "实施", "承办", "承担"]) { return .responsible }
    return nil
  }
}
