import Bilingual
import ChainFiles
import YAML

/// A document's facts as a folder of data that `liantu check` accepts, with a list of what a person
/// must look at.
public struct PolicyDraft: Sendable {
  /// The file that says which reference chains the clusters use.
  package static let chainsFile = "chains.yaml"
  /// The files by name, in the order in which a person would read them.
  public let files: [(name: String, text: String)]

  /// The draft of `document`.
  ///
  /// - Parameters:
  ///   - document: What was read.
  ///   - path: How the review names the file that was read.
  public init(of document: PolicyDocument, path: String) {
    self.init(of: document, path: path, replacing: nil)
  }

  /// The draft of a document that takes the place of an earlier edition.
  ///
  /// - Parameter earlier: What the earlier edition says of itself; it stands in the draft without its facts.
  package init(of document: PolicyDocument, path: String, replacing earlier: DocumentHead?) {
    var writer = DraftWriter(document, replacing: earlier)
    files = writer.files(path: path)
  }
}

/// What a draft's item becomes.
enum DraftNode: Hashable {
  case document
  case cluster(Int)
  case task(Int)
  /// One that a row of a table is about.
  case project(Int)
  /// One that a row of a table is about.
  case enterprise(Int)
}

/// Writes the files of a draft.
struct DraftWriter {
  let document: PolicyDocument
  var names = DraftNames()
  let title: String
  /// What each item of the outline is in the draft; `nil` for a heading that is only a place.
  private(set) var nodes: [DraftNode?]
  /// The names of the items that are tasks.
  private(set) var taskNames: [Int: String] = [:]
  private(set) var clusterNames: [String] = []
  private(set) var unitNames: [String: String] = [:]
  private(set) var enterpriseNames: [String] = []
  private(set) var projectNames: [String] = []
  /// Units of measure that the vocabulary does not have.
  var moreUnits: Set<String> = []

  /// The earlier edition that the document replaces, and what it is called in the draft.
  private var earlier: (head: DocumentHead, name: String)?

  init(_ document: PolicyDocument, replacing earlier: DocumentHead? = nil) {
    self.document = document
    title = document.head.title.isEmpty ? "政策文件" : document.head.title
    nodes = DraftTasks.nodes(of: document)
    for name in document.matching?.segmentNames ?? [] { names.noteBearer(name) }
    _ = names.take([title], of: "document")
    if let earlier {
      let words = earlier.title.isEmpty ? "政策文件" : earlier.title
      let told = [earlier.number, earlier.date].compactMap(\.self).map { "\(words)(\($0))" }
      self.earlier = (earlier, names.take([words] + told + ["\(words)(旧版)"], of: "document"))
    }
    for cluster in document.clusters {
      clusterNames.append(names.take([cluster.name], of: "cluster"))
    }
    for name in Self.unitOrder(document) {
      unitNames[name] = names.take([name], of: "department")
    }
    for (item, node) in nodes.enumerated() {
      guard case .task = node else { continue }
      let heading = document.outline.items[item]
      let parent = heading.parent.map { document.outline.items[$0].title } ?? ""
      let title = heading.title.isEmpty ? heading.place : heading.title
      taskNames[item] = names.take(
        [title, parent.isEmpty ? "" : "\(title)(\(parent))", "\(title)(\(heading.place))"],
        of: "task"
      )
    }
    for enterprise in document.enterprises {
      enterpriseNames.append(names.take([enterprise.name], of: "enterprise"))
    }
    for project in document.projects {
      projectNames.append(names.take([project.name], of: "project"))
    }
  }

  private static func unitOrder(_ document: PolicyDocument) -> [String] {
    var seen: Set<String> = []
    return document.statements.flatMap(\.parties).map(\.name).filter { seen.insert($0).inserted }
  }

  mutating func files(path: String) -> [(name: String, text: String)] {
    // Whoever answers is named before what they answer for; each step claims its names.
    let kinds = [
      ("departments.yaml", "文中的部门和集合", "department", departments()),
      ("leaders.yaml", "文中的领导", "leader", leaders()),
      ("clusters.yaml", "产业集群和产业链", "cluster", clusters()),
      ("tasks.yaml", "任务及其责任分工", "task", tasks()),
      ("targets.yaml", "目标", "target", targets()),
      ("enterprises.yaml", "企业", "enterprise", enterprises()),
      ("projects.yaml", "项目", "project", projects()),
      ("parks.yaml", "园区", "park", parks()),
    ]
    var files = [("dataset.yaml", manifest()), ("documents.yaml", documents())]
    for (name, comment, kind, entries) in kinds where !entries.isEmpty {
      files.append((name, YAMLText.file(comment, [(kind, entries)])))
    }
    if let chains = chains() { files.append((PolicyDraft.chainsFile, chains)) }
    if !moreUnits.isEmpty { files.append(("ontology.yaml", DraftUnits.ontology(moreUnits))) }
    files.append((textFile, document.text))
    let review = ReviewList(document, path: path, text: textFile)
    files.append(("review.md", review.markdown))
    files.append(("review.csv", review.csv))
    return files
  }

  /// Where the text of the document stands in the draft.
  private var textFile: String {
    let forbidden = Set("/\\:*?\"<>|".unicodeScalars)
    let name = title.unicodeScalars.filter { !forbidden.contains($0) && $0.value >= 0x20 }
      .prefix(60)
    let plain = String(String.UnicodeScalarView(name)).drop { $0 == "." || $0 == " " }
    return "documents/\(plain.isEmpty ? "document" : plain).txt"
  }

  private func manifest() -> String {
    let date = document.head.date ?? document.head.year ?? DocumentHead.unknownYear
    return "# 由文件生成的草稿：逐条核对 review.md 后再使用。\n"
      + DatasetWriter.manifest(
        title: BilingualText(same: title + "(草稿)"),
        jurisdiction: document.head.jurisdiction ?? "待填",
        language: .zh,
        date: date,
        documents: YAMLText.list([YAMLText.scalar(title)])
      )
  }

  private func documents() -> String {
    var entry = YAMLEntry(name: title)
    entry.add("source", "序言")
    entry.add("issuer", document.head.issuer)
    entry.add("number", document.head.number)
    entry.add("date", document.head.date)
    entry.add("text", textFile)
    addParties(to: &entry, of: document.statements.filter { $0.item == 0 }, at: "序言")
    addTestimonies(to: &entry)
    guard let earlier else { return YAMLText.file("文件", [("document", [entry])]) }
    entry.add("effective", document.head.date)
    entry.add("replaces", [names.reference(to: earlier.name, of: "document")])
    var old = YAMLEntry(name: earlier.name)
    old.add("source", "序言")
    old.add("issuer", earlier.head.issuer)
    old.add("number", earlier.head.number)
    old.add("date", earlier.head.date)
    return YAMLText.file("文件：新版和它废止的旧版", [("document", [entry, old])])
  }

  // MARK: Containers

  /// The nearest task, cluster, project or enterprise at or above an item, else the document.
  func container(of item: Int) -> String {
    var next: Int? = item
    while let position = next {
      switch nodes[position] {
      case .cluster(let cluster):
        return names.reference(to: clusterNames[cluster], of: "cluster")
      case .task:
        return names.reference(to: taskNames[position] ?? title, of: "task")
      case .project(let project) where position != item:
        return names.reference(to: projectNames[project], of: "project")
      default: break
      }
      next = document.outline.items[position].parent
    }
    return names.reference(to: title, of: "document")
  }

  /// The cluster at or above an item.
  func cluster(of item: Int) -> String? {
    var next: Int? = item
    while let position = next {
      if case .cluster(let cluster) = nodes[position] {
        return names.reference(to: clusterNames[cluster], of: "cluster")
      }
      next = document.outline.items[position].parent
    }
    return nil
  }

  /// A place as a source: that of the document itself is its preamble.
  func source(_ place: String) -> String { place.isEmpty ? "序言" : place }
}
