/// The form of names of people and of their titles.
enum PersonWords {
  private static let titleEndings: [Word] = [
    "省长", "市长", "县长", "区长", "州长", "旗长", "镇长", "乡长", "主席", "主任", "书记", "秘书长", "部长",
    "局长", "厅长", "常委", "巡视员", "调研员", "委员", "院长", "检察长", "司令员", "政委", "组长", "会长",
    "董事长", "总经理", "处长", "科长", "总工程师", "总经济师", "总督学", "主席团成员", "党组成员", "负责人",
    "队长", "行长", "校长", "主席长", "专员", "盟长", "所长", "成员", "顾问", "同志", "理事长", "总监",
    "四级调研员", "站长", "署长", "社长", "台长",
  ]
  private static let titleHeads: [Word] = [
    "副", "省", "市", "县", "区", "党", "政", "一级", "二级", "三级", "四级", "常务", "州", "原", "兼",
  ]
  /// The surnames in use, the double ones too.
  private static let surnames = Set(
    ("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟"
      + "汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪"
      + "严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳"
      + "裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚"
      + "廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冬佟佘那麦明"
      + "水由满海才展于昝禹应宗尚扈门相慕操巨伊楼原呼衣逯随支咸浦束籍寇宦")
      .unicodeScalars
  )
  private static let doubleSurnames: [Word] = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒", "夏侯", "端木",
  ]
  /// Characters that end a title and no name.
  private static let closing = Set("长席任记员委局厅办部府会区县市省司团院".unicodeScalars)

  static func isTitle(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.count >= 2 && text.count <= 30 && text.ending(of: titleEndings) != nil
  }

  static func isName(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    guard text.allSatisfy({ $0.isHan || $0 == "·" }) else { return false }
    if text.contains("·") { return text.count <= 20 }
    guard text.count >= 2, text.count <= 4, !closing.contains(last) || text.count == 2 else {
      return false
    }
    if text.count == 4 { return text.beginning(of: doubleSurnames) != nil }
    return surnames.contains(first)
  }

  /// 副市长李某
  static func titleBeforeName(
    _ text: ArraySlice<Unicode.Scalar>
  ) -> (title: String, name: String)? {
    for length in [3, 2, 4] where text.count > length + 1 {
      let (title, name) = (text.dropLast(length), text.suffix(length))
      if isTitle(title), isName(name) { return (title.string, name.string) }
    }
    return nil
  }

  /// 李某副市长
  static func nameBeforeTitle(
    _ text: ArraySlice<Unicode.Scalar>
  ) -> (name: String, title: String)? {
    for length in [3, 2, 4] where text.count > length + 1 {
      let (name, title) = (text.prefix(length), text.dropFirst(length))
      if isName(name), isTitle(title), title.beginning(of: titleHeads) != nil {
        return (name.string, title.string)
      }
    }
    return nil
  }
}
