import ChainDrawing

/// A chain as a bureau would hand it to its mayor; names of enterprises are made up.
let swimwear = Picture(
  name: "swimwear",
  title: "兴海市泳装产业链全景图",
  subtitle: "有 14 · 在建 3 · 缺 5 · 拟发展 3 · 未查 3，未查不等于没有",
  columns: [
    Picture.Column(id: "up", heading: "上游", note: "原料与纤维 · 9 个环节"),
    Picture.Column(id: "mid", heading: "中游", note: "面料与制造 · 12 个环节"),
    Picture.Column(id: "down", heading: "下游", note: "品牌与市场 · 7 个环节"),
  ],
  cards: [
    many("原油", "up", [Picture.Line(text: "渤海炼化", role: .emphasis), Picture.Line(text: "锦绣石化")]),
    card("对二甲苯 PX", "up", .single, [Picture.Line(text: "渤海炼化", role: .emphasis)]),
    missing("精对苯二甲酸 PTA", "up", "3", tag: "文件称缺", ["下游：德海泳装集团"]),
    missing("涤纶切片", "up", "1", tag: "文件称缺", urgent: true, ["前：渤海炼化　后：新纶化纤"]),
    card("己内酰胺", "up", .building, [project("己内酰胺一期 20 万吨/年", .building)]),
    card("锦纶切片", "up", .wanted, [project("锦纶 6 切片项目", .planned)]),
    card("化纤长丝", "up", .single, [Picture.Line(text: "新纶化纤", role: .emphasis)]),
    missing("氨纶", "up", "4", tag: "文件称缺", ["下游：海丽针织"]),
    missing("再生聚酯", "up", "7", tag: "查实缺", []),
    card("纺纱包覆", "mid", .single, [Picture.Line(text: "兴海包覆纱厂")]),
    many(
      "经编织造",
      "mid",
      [
        Picture.Line(text: "海丽针织", role: .emphasis), Picture.Line(text: "东窑经编"),
        Picture.Line(text: "宏远织造"),
        Picture.Line(text: "等 3 家", role: .muted),
      ]
    ),
    card("圆机织造", "mid", .single, [Picture.Line(text: "东窑针织二厂")]),
    missing("环保印染", "mid", "2", tag: "文件称缺", urgent: true, ["前：海丽针织　后：兴海面料城"]),
    card(
      "数码印花",
      "mid",
      .building,
      [project("数码印花产业园", .preparing), Picture.Line(text: "计划 2026 年投产", role: .muted)]
    ),
    card("功能面料", "mid", .single, [Picture.Line(text: "兴海面料城")]),
    card("功能助剂", "mid", .unknown, badge: "8", tag: "未查", []),
    card("辅料配件", "mid", .many, [Picture.Line(text: "金扣辅料"), Picture.Line(text: "丽都花边")]),
    card("罩杯模压", "mid", .unknown, badge: "6", tag: "未查", []),
    card("缝制设备", "mid", .unknown, badge: "9", tag: "未查", []),
    many(
      "设计打版",
      "mid",
      [Picture.Line(text: "兴海泳装设计研究院有限责任公司", role: .emphasis), Picture.Line(text: "浪潮设计")]
    ),
    many(
      "成衣缝制",
      "mid",
      [
        Picture.Line(text: "德海泳装集团", role: .emphasis), Picture.Line(text: "蓝湾制衣", role: .emphasis),
        Picture.Line(text: "范家沟服饰"), Picture.Line(text: "兴海市滨海经济开发区远航泳装制造有限公司"),
        project("智能制衣工厂", .completing), Picture.Line(text: "等 1200 余家", role: .muted),
      ]
    ),
    card("检验检测", "down", .single, [Picture.Line(text: "国家泳装质检中心")]),
    many(
      "自主品牌",
      "down",
      [Picture.Line(text: "德海泳装集团", role: .emphasis), Picture.Line(text: "蓝湾制衣")]
    ),
    card(
      "跨境电商",
      "down",
      .many,
      [
        Picture.Line(text: "斯威电商", role: .emphasis), Picture.Line(text: "海客网络"),
        project("跨境电商产业园", .operating),
      ]
    ),
    card("直播基地", "down", .building, [project("泳装直播基地二期", .building)]),
    card("海外仓", "down", .wanted, [project("俄罗斯海外仓", .planned)]),
    card("出口贸易", "down", .single, [Picture.Line(text: "兴海外贸")]),
    card("废旧回收", "down", .wanted, [Picture.Line(text: "谋划阶段", role: .muted)]),
  ],
  links: [
    link("原油", "对二甲苯 PX", .flow), link("对二甲苯 PX", "精对苯二甲酸 PTA", .gap),
    link("精对苯二甲酸 PTA", "涤纶切片", .gap), link("涤纶切片", "化纤长丝", .gap),
    link("原油", "己内酰胺"), link("己内酰胺", "锦纶切片"), link("锦纶切片", "化纤长丝"),
    link("再生聚酯", "涤纶切片", .gap), link("化纤长丝", "纺纱包覆", .flow),
    link("氨纶", "纺纱包覆", .gap), link("化纤长丝", "经编织造", .flow), link("氨纶", "经编织造", .gap),
    link("纺纱包覆", "圆机织造"), link("纺纱包覆", "经编织造"), link("经编织造", "环保印染", .gap),
    link("圆机织造", "环保印染", .gap), link("功能助剂", "环保印染", .gap),
    link("经编织造", "数码印花"), link("环保印染", "功能面料", .gap), link("数码印花", "功能面料"),
    link("功能面料", "成衣缝制", .flow), link("辅料配件", "成衣缝制", .flow),
    link("罩杯模压", "成衣缝制", .gap), link("缝制设备", "成衣缝制", .gap), link("设计打版", "成衣缝制"),
    link("成衣缝制", "检验检测"), link("成衣缝制", "自主品牌", .lead), link("检验检测", "自主品牌"),
    link("自主品牌", "跨境电商", .flow), link("自主品牌", "直播基地"), link("自主品牌", "出口贸易", .flow),
    link("跨境电商", "海外仓"), link("海外仓", "出口贸易"), link("成衣缝制", "出口贸易", .flow),
    link("成衣缝制", "废旧回收"), link("废旧回收", "再生聚酯", .feedback), link("设计打版", "自主品牌"),
    link("检验检测", "出口贸易"), link("直播基地", "跨境电商"),
  ],
  legend: [
    Picture.LegendItem(symbol: .card(.many), text: "多家企业"),
    Picture.LegendItem(symbol: .card(.single), text: "单一企业"),
    Picture.LegendItem(symbol: .card(.building), text: "在建"),
    Picture.LegendItem(symbol: .card(.wanted), text: "拟发展"),
    Picture.LegendItem(symbol: .card(.missing), text: "缺（查实）"),
    Picture.LegendItem(symbol: .card(.lacking), text: "缺（文件称）"),
    Picture.LegendItem(symbol: .card(.unknown), text: "未查，不等于没有"),
    Picture.LegendItem(symbol: .tag("文件称缺"), text: "文件称其空白"),
    Picture.LegendItem(symbol: .link(.flow), text: "文件载明"),
    Picture.LegendItem(symbol: .link(.inferred), text: "行业常识"),
    Picture.LegendItem(symbol: .link(.gap), text: "涉及缺链"),
    Picture.LegendItem(symbol: .link(.feedback), text: "循环回流"),
    Picture.LegendItem(symbol: .line(.emphasis), text: "龙头企业"),
    Picture.LegendItem(symbol: .project(.building), text: "项目"),
  ],
  footnotes: [
    "资料来源：《兴海市产业集群建设方案》附件二，2026 年 3 月；行业常识补充的关系以浅色表示。",
    "每个环节最多列 8 行；未列入 4 家无产业链环节的企业。右上角数字为缺链清单序号。",
  ]
)

private func card(
  _ name: String,
  _ column: String,
  _ style: Picture.CardStyle,
  badge: String? = nil,
  tag: String? = nil,
  _ lines: [Picture.Line]
) -> Picture.Card {
  Picture.Card(
    id: "segment:" + name,
    column: column,
    heading: name,
    badge: badge,
    style: style,
    tag: tag,
    lines: lines,
    tooltip: "产业链环节 \(name)",
    link: "#segment"
  )
}

private func many(_ name: String, _ column: String, _ lines: [Picture.Line]) -> Picture.Card {
  card(name, column, .many, lines)
}

private func missing(
  _ name: String,
  _ column: String,
  _ badge: String,
  tag: String,
  urgent: Bool = false,
  _ lines: [String]
) -> Picture.Card {
  var card = card(
    name,
    column,
    tag == "文件称缺" ? .lacking : .missing,
    badge: badge,
    tag: tag,
    lines.map { Picture.Line(text: $0, role: .muted) }
  )
  card.prominence = urgent ? .urgent : .usual
  return card
}

private func project(_ text: String, _ status: Picture.ProjectStatus) -> Picture.Line {
  Picture.Line(text: text, role: .project, status: status)
}

private func link(_ from: String, _ to: String, _ style: Picture.LinkStyle = .inferred)
  -> Picture.Link
{
  Picture.Link(
    from: "segment:" + from,
    to: "segment:" + to,
    style: style,
    tooltip: "\(from) → \(to)"
  )
}
