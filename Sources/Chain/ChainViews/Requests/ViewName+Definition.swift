import Bilingual
import ChainModel

extension ViewName {
  /// The view that `word` means: by its name, or by a label of its picture or its list.
  public init?(word: String) {
    let named = Self.allCases.first { view in
      let (label, list) = (view.definition.label, view.definition.listLabel)
      return [view.rawValue, label.zh, label.en, list.zh, list.en].contains(word)
    }
    guard let named else { return nil }
    self = named
  }

  /// What the view is called, is of and heeds.
  public var definition: ViewDefinition {
    switch self {
    case .panorama:
      ViewDefinition(
        name: self,
        label: BilingualText(zh: "产业链全景图", en: "panorama of the chain"),
        listLabel: BilingualText(zh: "企业清单", en: "segments and who is there"),
        summary: BilingualText(zh: "上中下游、企业、项目、缺链", en: "stages, enterprises, projects, gaps"),
        subjects: [.cluster()],
        options: [.allFlows, .stage]
      )
    case .gaps:
      ViewDefinition(
        name: self,
        label: BilingualText(zh: "缺链图", en: "gaps"),
        listLabel: BilingualText(zh: "缺链清单", en: "list of gaps"),
        summary: BilingualText(zh: "缺链与其上下游，标号同清单", en: "the gaps and their neighbours, numbered"),
        subjects: [.cluster(isOptional: true)],
        options: [.allFlows]
      )
    case .overview:
      ViewDefinition(
        name: self,
        label: BilingualText(zh: "集群总图", en: "overview of clusters"),
        listLabel: BilingualText(zh: "集群总表", en: "table of clusters"),
        summary: BilingualText(
          zh: "产业、集群、量级、目标、领导，一页看全",
          en: "industries, clusters, tiers, targets and leaders on one page"
        ),
        subjects: [],
        options: []
      )
    case .responsibility:
      ViewDefinition(
        name: self,
        label: BilingualText(zh: "责任分工图", en: "who answers for what"),
        listLabel: BilingualText(zh: "责任分解表", en: "table of responsibilities"),
        summary: BilingualText(
          zh: "领导、事项、牵头单位、责任单位",
          en: "leaders, items, lead and responsible departments"
        ),
        subjects: [.cluster(isOptional: true)],
        options: []
      )
    case .duties:
      ViewDefinition(
        name: self,
        label: BilingualText(zh: "职责图", en: "duties"),
        listLabel: BilingualText(zh: "职责清单", en: "list of duties"),
        summary: BilingualText(zh: "一个部门或领导负责的事项，按职责分列", en: "one party and its items by role"),
        subjects: [.party],
        options: [.role, .kind, .inherited]
      )
    case .alignment:
      ViewDefinition(
        name: self,
        label: BilingualText(zh: "省市对接图", en: "province and city"),
        listLabel: BilingualText(zh: "省市对接表", en: "table of province and city"),
        summary: BilingualText(
          zh: "省领导、省级集群、市领导、市级集群",
          en: "provincial leader and cluster, city leader and cluster"
        ),
        subjects: [],
        options: []
      )
    case .projects:
      ViewDefinition(
        name: self,
        label: BilingualText(zh: "项目图", en: "projects"),
        listLabel: BilingualText(zh: "项目清单", en: "list of projects"),
        summary: BilingualText(
          zh: "项目按状态分列，含规模与建设单位",
          en: "projects by status, with capacity and builder"
        ),
        subjects: [.scope],
        options: []
      )
    case .park:
      ViewDefinition(
        name: self,
        label: BilingualText(zh: "园区图", en: "the park"),
        listLabel: BilingualText(zh: "园区清单", en: "what is in the park"),
        summary: BilingualText(zh: "园区里有什么", en: "who and what is in a park"),
        subjects: [.park],
        options: [.kind, .within]
      )
    case .region:
      ViewDefinition(
        name: self,
        label: BilingualText(zh: "区域分布图", en: "the region"),
        listLabel: BilingualText(zh: "区域清单", en: "what is in the region"),
        summary: BilingualText(zh: "行政区里有什么", en: "who and what is in a region"),
        subjects: [.region],
        options: [.kind, .within]
      )
    case .upstream:
      ViewDefinition(
        name: self,
        label: BilingualText(zh: "上游图", en: "upstream"),
        listLabel: BilingualText(zh: "上游清单", en: "list of what feeds it"),
        summary: BilingualText(zh: "供给某环节的一切", en: "everything that feeds a segment"),
        subjects: [.segment],
        options: [.depth]
      )
    case .downstream:
      ViewDefinition(
        name: self,
        label: BilingualText(zh: "下游图", en: "downstream"),
        listLabel: BilingualText(zh: "下游清单", en: "list of what it feeds"),
        summary: BilingualText(zh: "某环节供给的一切", en: "everything that a segment feeds"),
        subjects: [.segment],
        options: [.depth]
      )
    case .paths:
      ViewDefinition(
        name: self,
        label: BilingualText(zh: "路径图", en: "paths"),
        listLabel: BilingualText(zh: "路径清单", en: "segments on the paths"),
        summary: BilingualText(zh: "两个环节之间的供给路径", en: "the supply paths between two segments"),
        subjects: [.start, .end],
        options: [.limit]
      )
    case .neighborhood:
      ViewDefinition(
        name: self,
        label: BilingualText(zh: "关系图", en: "neighborhood"),
        listLabel: BilingualText(zh: "关系清单", en: "list of relations"),
        summary: BilingualText(zh: "某对象周围的一切", en: "everything around a node"),
        subjects: [.node],
        options: [.radius, .relation]
      )
    case .impact:
      ViewDefinition(
        name: self,
        label: BilingualText(zh: "影响图", en: "impact"),
        listLabel: BilingualText(zh: "影响清单", en: "list of what changes"),
        summary: BilingualText(
          zh: "移除企业、项目或环节后，什么断供、降级，该告诉谁",
          en: "what loses supply or coverage when nodes are taken away, and who must be told"
        ),
        subjects: [.removable],
        options: []
      )
    case .ontology:
      ViewDefinition(
        name: self,
        label: BilingualText(zh: "词汇图", en: "vocabulary"),
        listLabel: BilingualText(zh: "词汇表", en: "table of the vocabulary"),
        summary: BilingualText(zh: "类别与关系本身", en: "the kinds and relations themselves"),
        subjects: [],
        options: []
      )
    }
  }
}

extension ViewSubject {
  fileprivate static func cluster(isOptional: Bool = false) -> Self {
    make("CLUSTER", "产业集群", "cluster", .kinds([.cluster]), isOptional)
  }

  fileprivate static let party = make("PARTY", "部门或领导", "department or leader", .party, true)
  fileprivate static let scope =
    make("CLUSTER|PARK|DEPARTMENT", "集群、园区或部门", "cluster, park or department", .scope, true)
  fileprivate static let park = make("PARK", "园区", "park", .kinds([.park]))
  fileprivate static let region = make("REGION", "行政区", "region", .region)
  fileprivate static let segment = make("SEGMENT", "产业链环节", "segment", .flow)
  fileprivate static let start = make("FROM", "起点环节", "segment to start from", .flow)
  fileprivate static let end = make("TO", "终点环节", "segment to reach", .flow)
  fileprivate static let node = make("NODE", "任一对象", "any node", .any)
  fileprivate static let removable: Self = {
    var subject = make("NODE", "企业、项目或环节", "enterprise, project or segment", .removable)
    subject.isRepeated = true
    return subject
  }()

  private static func make(
    _ word: String,
    _ zh: String,
    _ en: String,
    _ choice: Choice,
    _ isOptional: Bool = false
  ) -> Self {
    ViewSubject(
      word: word,
      label: BilingualText(zh: zh, en: en),
      choice: choice,
      isOptional: isOptional
    )
  }
}
