import Bilingual
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import Testing

/// Words that make no view, and what is said of them.
struct QuestionFaultTests {
  /// The fault of some words, told as the house tells faults.
  private func fault(
    _ words: QuestionWords,
    _ dataset: Dataset? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> QuestionFault {
    let dataset = try dataset ?? Samples.tiny()
    for language in Language.allCases {
      let fault = #expect(throws: QuestionFault.self, sourceLocation: sourceLocation) {
        try dataset.view(words, language: language)
      }
      guard let fault else { continue }
      for text in [fault.message, fault.help].compactMap({ $0 }) {
        #expect(!text.en.hasSuffix(".") && !text.zh.hasSuffix("。"), sourceLocation: sourceLocation)
        #expect(!text.zh.isEmpty && !text.en.isEmpty, sourceLocation: sourceLocation)
      }
      #expect(fault.message.zh != fault.message.en, sourceLocation: sourceLocation)
      if language == .en { return fault }
    }
    throw NoFault()
  }

  private struct NoFault: Error {}

  // MARK: Views

  @Test func `each word for a view means that view alone`() {
    var views: [String: QuestionName] = [:]
    for view in QuestionName.allCases {
      let definition = view.definition
      #expect(definition.name == view)
      let labels = [definition.label, definition.listLabel]
      for word in Set([view.rawValue] + labels.flatMap { [$0.zh, $0.en] }) {
        #expect(views.updateValue(view, forKey: word) == nil, "\(word)")
        #expect(QuestionName(word: word) == view, "\(word)")
      }
    }
    #expect(QuestionName(word: "缺链图") == .gaps && QuestionName(word: "缺链清单") == .gaps)
    #expect(QuestionName(word: "") == nil && QuestionName(word: "Gaps") == nil)
  }

  @Test(
    arguments: [
      ("panorma", "panorama"), ("gap", "gaps"), ("责任分工", "责任分工图"), ("缺链表", "缺链图"),
      ("neighbourhood", "neighborhood"),
    ]
  )
  func `an unknown view says which may have been meant`(_ word: String, _ meant: String) throws {
    let fault = try fault(QuestionWords(word, of: ["纸业集群"]))
    #expect(fault.part == .question && fault.category == .usage && fault.code == "bad-view")
    #expect(fault.message.zh.contains("“\(word)”") && fault.message.en.contains("'\(word)'"))
    #expect(fault.help?.en.hasPrefix("did you mean '") == true, "\(fault)")
    #expect(fault.help?.en.contains(meant) == true && fault.help?.zh.contains(meant) == true)
  }

  @Test func `a view that is like no other is answered with all of them`() throws {
    let fault = try fault(QuestionWords("⌘"))
    for view in QuestionName.allCases { #expect(fault.help?.en.contains(view.rawValue) == true) }
  }

  // MARK: Subjects

  @Test(arguments: QuestionName.viewsOfNodes)
  func `too few and too many subjects are told with the usage`(_ name: QuestionName) throws {
    let definition = name.definition
    let node = "segment:造纸"
    let many = Array(repeating: node, count: definition.mostSubjects + 1)
    let fault: QuestionFault
    if definition.fewestSubjects > 0 {
      fault = try self.fault(QuestionWords(name.rawValue))
      #expect(fault.part == .question && fault.category == .usage)
    } else {
      fault = try self.fault(QuestionWords(name.rawValue, of: many))
      #expect(fault.part == .subject(definition.mostSubjects) && fault.category == .usage)
      #expect(fault.code == "too-many-subjects")
    }
    #expect(fault.help?.zh == "写法：" + definition.usage)
    #expect(fault.help?.en == "usage: " + definition.usage)
    let tooMany = try self.fault(QuestionWords(name.rawValue, of: many))
    #expect(tooMany.category == .usage && tooMany.code == "too-many-subjects")
  }

  @Test(arguments: QuestionName.viewsOfNodes)
  func `the failures of a request become the faults of its words`(_ name: QuestionName) throws {
    let dataset = try Samples.tiny()
    let definition = name.definition
    let node = try #require(dataset.graph.node(id: "segment:造纸"))
    if definition.fewestSubjects > 0 {
      let failure = #expect(throws: ViewFailure.self) {
        try dataset.view(QuestionRequest(name), language: .zh)
      }
      #expect(failure == .needsSubject(name))
      #expect(failure?.fault(in: dataset.graph) == (try fault(QuestionWords(name.rawValue))))
    }
    let many = Array(repeating: node, count: definition.mostSubjects + 1)
    let failure = #expect(throws: ViewFailure.self) {
      try dataset.view(QuestionRequest(name, of: many), language: .zh)
    }
    #expect(failure == .hasTooManySubjects(name))
    #expect(failure?.fault(in: dataset.graph).code == "too-many-subjects")
  }

  @Test func `a name that means nothing is told with the kinds that it could have had`() throws {
    let cluster = try fault(QuestionWords("panorama", of: ["纸业集团"]))
    #expect(cluster.part == .subject(0) && cluster.category == .notFound)
    #expect(cluster.code == "unknown-name")
    #expect(cluster.message.zh == "没有名为“纸业集团”的产业集群；是否要找“纸业集群”？")
    #expect(cluster.message.en.contains("no cluster is called"))
    // A name of another kind is none.
    #expect(try fault(QuestionWords("panorama", of: ["造纸"])).category == .notFound)
    let second = try fault(QuestionWords("paths", of: ["木材", "晨光纸业"]))
    #expect(second.part == .subject(1) && second.message.zh.contains("产业链环节"))
    // A kind of the data set's own is a party here.
    let party = try fault(QuestionWords("duties", of: ["无此人"]))
    #expect(party.message.zh.contains("领导、部门或高校"))
    let within = try fault(
      QuestionWords("region", of: ["甲县"], options: [.within: ["甲县"]])
    )
    #expect(within.part == .option(.within, 0) && within.category == .notFound)
  }

  @Test func `a name that means several things lists them`() throws {
    let dataset = try Samples.large()
    let fault = try fault(QuestionWords("neighborhood", of: ["大堡"]), dataset)
    #expect(fault.part == .subject(0) && fault.category == .ambiguous)
    #expect(fault.code == "ambiguous-name")
    #expect(fault.message.zh.contains("region:徐大堡镇"))
    let many = try self.fault(QuestionWords("neighborhood", of: ["项目"]), dataset)
    #expect(many.message.en.contains("…"))
  }

  @Test func `all stands for everything where a view can be of everything`() throws {
    let dataset = try Samples.tiny()
    for name in QuestionName.allCases {
      let optional = name.definition.subjects.filter(\.isOptional).count
      guard optional > 0 else { continue }
      let all = try dataset.request(QuestionWords(name.rawValue, of: ["all"]))
      #expect(all == (try dataset.request(QuestionWords(name.rawValue))), "\(name)")
      #expect(all.subjects.isEmpty, "\(name)")
    }
    let named = try fault(QuestionWords("upstream", of: ["all"]))
    #expect(named.category == .notFound && named.part == .subject(0))
    #expect(try fault(QuestionWords("alignment", of: ["all"])).code == "too-many-subjects")
  }

  @Test func `what has nothing to show says what is missing`() throws {
    let dataset = try Samples.tiny()
    let cases: [(QuestionWords, String)] = [
      (QuestionWords("panorama", of: ["省级造纸集群"]), "没有产业链环节"),
      (QuestionWords("gaps", of: ["省级造纸集群"]), "没有产业链环节"),
      (QuestionWords("duties", of: ["张三"], options: [.kind: ["task"]]), "没有这样的事项"),
      (QuestionWords("projects", of: ["省级造纸集群"]), "没有这样的项目"),
      (QuestionWords("paths", of: ["烟标", "木材"]), "没有到“木材”的供给路径"),
    ]
    for (words, reason) in cases {
      let fault = try fault(words, dataset)
      #expect(fault.part == .question && fault.category == .notFound, "\(words)")
      #expect(fault.code == "nothing-to-show" && fault.message.zh.contains(reason), "\(fault)")
    }
  }

  @Test func `a data set of nothing has a vocabulary, and reasons for the rest`() throws {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    _ = builder.addNode(.region, name: "某区", origin: .industryKnowledge)
    let date = try #require(CalendarDate(parsing: "2024"))
    let dataset = Dataset(
      title: BilingualText(same: "空"),
      jurisdiction: "某区",
      language: .zh,
      date: date,
      documents: [],
      graph: try builder.finish()
    )
    let reasons: [QuestionName: String] = [
      .overview: "没有产业集群", .responsibility: "没有任何责任条款", .duties: "没有任何责任条款",
      .alignment: "没有省级集群", .projects: "没有这样的项目",
    ]
    for (name, reason) in reasons {
      #expect(try fault(QuestionWords(name.rawValue), dataset).message.zh.contains(reason))
    }
    let region = try fault(QuestionWords("region", of: ["某区"]), dataset)
    #expect(region.message.zh == "数据没有说“某区”有什么")
    // Where there is no chain, nothing is said of gaps.
    let gaps = try fault(QuestionWords("gaps"), dataset)
    #expect(gaps.category == .notFound && gaps.message.zh.contains("没有产业链环节"))
    #expect(try dataset.view(QuestionWords("ontology"), language: .en).list.rowCount > 30)
    let alone = try dataset.view(QuestionWords("neighborhood", of: ["某区"]), language: .zh)
    #expect(alone.picture.cards.count == 1 && alone.list.rowCount == 0)
    #expect(try !alone.picture.render(as: .svg).isEmpty)
  }

  // MARK: Options

  @Test(arguments: QuestionName.viewsOfNodes)
  func `an option that a view does not heed is told, and one that it heeds is not`(
    _ name: QuestionName
  ) throws {
    let dataset = try Samples.tiny()
    let definition = name.definition
    let values: [QuestionOption: [String]] = [
      .depth: ["1"], .radius: ["1"], .limit: ["1"], .role: ["lead"], .kind: ["task"],
      .relation: ["lead"], .stage: ["上游"], .within: ["纸业集群"], .inherited: [], .allFlows: [],
    ]
    let subjects: [QuestionName: [String]] = [
      .panorama: ["纸业集群"], .upstream: ["造纸"], .downstream: ["造纸"],
      .paths: ["木材", "造纸"], .neighborhood: ["造纸"], .park: ["造纸园"], .region: ["甲县"],
      .impact: ["造纸"],
    ]
    for option in QuestionOption.allCases {
      let words = QuestionWords(
        name.rawValue,
        of: subjects[name] ?? [],
        options: [option: values[option] ?? []]
      )
      if definition.options.contains(option) {
        #expect(throws: Never.self) { try dataset.request(words) }
      } else {
        let fault = try fault(words)
        #expect(fault.part == .option(option, 0) && fault.category == .usage, "\(words)")
        #expect(fault.code == "bad-option")
        #expect(fault.message.en == "\(name.rawValue) does not heed --\(option.rawValue)")
        for heeded in definition.options {
          #expect(fault.help?.zh.contains("--" + heeded.rawValue) == true, "\(words)")
        }
        #expect((fault.help == nil) == definition.options.isEmpty)
      }
    }
  }

  @Test(
    arguments: [
      ("0", "0"), ("-1", "11"), ("x", "10001"), ("", "1.5"), ("１", " 1"),
      ("9999999999999999999999", "0x1"),
    ]
  )
  func `a number out of range, or none, is told with the range`(_ a: String, _ b: String) throws {
    let options: [(QuestionName, [String], QuestionOption, String)] = [
      (.upstream, ["造纸"], .depth, a), (.neighborhood, ["造纸"], .radius, b),
      (.paths, ["木材", "造纸"], .limit, b == "11" ? "0" : b),
    ]
    for (name, subjects, option, value) in options {
      let fault = try fault(QuestionWords(name.rawValue, of: subjects, options: [option: [value]]))
      #expect(fault.part == .option(option, 0) && fault.category == .usage)
      #expect(fault.message.zh.contains("“\(value)”") && fault.message.zh.contains("1 到"))
    }
  }

  @Test(arguments: [QuestionOption.depth, .radius, .limit, .within])
  func `an option of one value has neither none nor several`(_ option: QuestionOption) throws {
    let words: [QuestionOption: (QuestionName, [String])] = [
      .depth: (.upstream, ["造纸"]), .radius: (.neighborhood, ["造纸"]),
      .limit: (.paths, ["木材", "造纸"]), .within: (.region, ["甲县"]),
    ]
    let (name, subjects) = try #require(words[option])
    for values in [[], ["1", "2"]] {
      let fault = try fault(QuestionWords(name.rawValue, of: subjects, options: [option: values]))
      #expect(fault.part == .option(option, values.isEmpty ? 0 : 1), "\(fault)")
      #expect(fault.message.en == "--\(option.rawValue) has one value, not \(values.count)")
    }
  }

  @Test func `words of the vocabulary are known in both languages, and misspelt ones are told`()
    throws
  {
    let dataset = try Samples.tiny()
    func request(_ view: String, _ option: QuestionOption, _ word: String) throws -> QuestionRequest
    {
      let subjects = ["panorama": ["纸业集群"], "neighborhood": ["造纸"], "duties": ["市工信局"]]
      let words = QuestionWords(view, of: subjects[view] ?? [], options: [option: [word]])
      return try dataset.request(words)
    }
    for word in ["lead", "牵头", "leads", "牵头单位", "lead department"] {
      #expect(try request("duties", .role, word).options.roles == [.lead])
    }
    for word in ["university", "高校"] {
      #expect(try request("duties", .kind, word).options.kinds == [NodeKind("university")])
    }
    for word in ["advises", "指导", "指导高校"] {
      #expect(try request("neighborhood", .relation, word).options.relations.count == 1)
    }
    for word in ["downstream", "下游"] {
      #expect(try request("panorama", .stage, word).options.stages == [.downstream])
    }
    let wrong: [(String, QuestionOption, String, String)] = [
      ("duties", .role, "leed", "lead"), ("duties", .kind, "universities", "university"),
      ("neighborhood", .relation, "suplies", "supplies"),
      ("panorama", .stage, "midstraem", "midstream"),
    ]
    for (view, option, word, meant) in wrong {
      let fault = #expect(throws: QuestionFault.self) { try request(view, option, word) }
      #expect(fault?.part == .option(option, 0) && fault?.category == .usage)
      #expect(fault?.help?.en == "did you mean '\(meant)'?", "\(String(describing: fault))")
      #expect(fault?.help?.zh == "是否要写“\(meant)”？")
    }
    // A relation that is no role is none.
    #expect(throws: QuestionFault.self) { try request("duties", .role, "supplies") }
    let second = #expect(throws: QuestionFault.self) {
      try dataset.request(QuestionWords("duties", options: [.role: ["lead", "无"]]))
    }
    #expect(second?.part == .option(.role, 1) && second?.help?.zh.contains("可以是") == true)
  }
}
