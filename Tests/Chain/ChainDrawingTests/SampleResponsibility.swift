import ChainDrawing

/// Who answers for eight clusters, as crowded as such pictures get; the people are made up.
let responsibility = Picture(
  name: "responsibility",
  title: "产业集群责任分工图",
  subtitle: "8 个产业集群　19 位责任领导　牵头单位 9 个　责任单位 16 个　责任关系 \(responsibilityLinks.count) 条",
  columns: [
    Picture.Column(id: "leader", heading: "责任领导", note: "19 位"),
    Picture.Column(id: "cluster", heading: "产业集群", note: "8 个"),
    Picture.Column(id: "lead", heading: "牵头单位", note: "9 个"),
    Picture.Column(id: "responsible", heading: "责任单位", note: "16 个"),
  ],
  cards: leaders + clusters + leadUnits + responsibleUnits,
  links: responsibilityLinks,
  legend: [
    Picture.LegendItem(symbol: .card(.cluster), text: "产业集群（一群一色，圈码同色）"),
    Picture.LegendItem(symbol: .link(.accountable), text: "负责"),
    Picture.LegendItem(symbol: .link(.lead), text: "牵头"),
    Picture.LegendItem(symbol: .link(.responsible), text: "责任"),
    Picture.LegendItem(symbol: .card(.collective), text: "多个单位合称"),
  ],
  footnotes: [
    "资料来源：《产业集群建设方案》附件二、附件三，2026 年 3 月。圈码是与该领导或单位有关的集群。"
  ]
)

private let clusterNames = [
  "精细化工", "船舶与海工装备", "有色金属", "泳装", "清洁能源", "现代农产品加工", "锂电材料", "文旅康养",
]
private let leaderNames = [
  "王志远", "李建国", "张海峰", "赵敏", "孙立新", "周波", "吴晓东", "郑卫", "冯春梅", "陈刚", "褚云",
  "卫国平", "蒋文", "沈阳春", "韩雪", "杨帆", "朱明辉", "秦岭", "许诺",
]
private let leadNames = [
  "市工信局", "市发展改革委", "市商务局", "市农业农村局", "市文旅广电局", "市科技局", "市国资委", "市自然资源局",
  "高新区管委会",
]
private let responsibleNames = [
  "市财政局", "市生态环境局", "市人社局", "市市场监管局", "市交通运输局", "市应急局", "市金融发展局", "市统计局",
  "市税务局", "市住建局", "市水务局", "市营商局", "市大数据局", "国网供电公司", "海关", "各县（市）区政府",
]

private let leaders = leaderNames.enumerated().map { index, name in
  Picture.Card(
    id: "leader:" + name,
    column: "leader",
    heading: name,
    style: .leader,
    lines: [Picture.Line(text: index < 3 ? "市委常委" : index < 9 ? "副市长" : "市政协副主席", role: .muted)]
  )
}
private let clusters = clusterNames.enumerated().map { index, name in
  Picture.Card(
    id: "cluster:" + name,
    column: "cluster",
    heading: name,
    style: .cluster,
    lines: [
      Picture.Line(text: "千亿级 · \(5 + index) 个项目", role: .muted)
    ]
  )
}
private let leadUnits = leadNames.map {
  Picture.Card(id: "department:" + $0, column: "lead", heading: $0, style: .department)
}
private let responsibleUnits = responsibleNames.map {
  Picture.Card(
    id: "department:" + $0,
    column: "responsible",
    heading: $0,
    style: $0.hasPrefix("各") ? .collective : .department
  )
}

private let responsibilityLinks: [Picture.Link] = clusterNames.indices.flatMap { index in
  let cluster = "cluster:" + clusterNames[index]
  func link(_ from: String, _ to: String, _ style: Picture.LinkStyle) -> Picture.Link {
    Picture.Link(from: from, to: to, style: style, tint: index)
  }
  let accountable = (0..<(index % 2 == 0 ? 3 : 2)).map { step in
    let leader = leaderNames[(index * 5 / 2 + step) % leaderNames.count]
    return link("leader:" + leader, cluster, .accountable)
  }
  let leads = [index, (index * 3 + 1) % 9].map { "department:" + leadNames[$0] }
  let units = (0..<5).map { (index * 3 + $0 * (index % 3 + 2)) % responsibleNames.count }
  let responsible = Array(Set(units)).sorted().map { "department:" + responsibleNames[$0] }
  return accountable + leads.map { link(cluster, $0, .lead) }
    + leads.prefix(index % 3 == 0 ? 2 : 1).flatMap { lead in
      responsible.map { link(lead, $0, .responsible) }
    }
}
