import ChainModel
import ChainQueries
import GraphKernel
import Testing

/// A kind that no code knows, with a relation of its own, goes through every query.
@Suite struct OpenOntologyTests {
  private func sketch() throws -> Sketched {
    var sketch = ChainSketch {
      $0.cluster("泳装", of: "面料", "成衣")
      $0.flow("面料", "成衣")
      $0.enterprise("英华", worksIn: "成衣")
      $0.lacking("面料")
      $0.item("泳装", .lead, "市工信局")
    }
    let university = sketch.node(.university, "辽工大")
    let enterprise = sketch.node(.enterprise, "英华")
    sketch.link(.trains, university, enterprise)
    sketch.link(.partOf, university, sketch.node(.cluster, "泳装"))
    sketch.link(.recycles, sketch.node(.segment, "成衣"), sketch.node(.segment, "面料"))
    return try sketch.sketched()
  }

  @Test func `it is found by name, kind and fragment`() throws {
    let sketch = try sketch()
    for text in ["辽工大", "university:辽工大", "工大", "lgd"] {
      #expect(sketch.graph.lookUp(text) == .found(sketch["辽工大"]), "\(text)")
    }
    #expect(sketch.graph.lookUp("辽工大", among: [.university]) == .found(sketch["辽工大"]))
    #expect(sketch.graph.nodes(of: .university) == [sketch["辽工大"]])
  }

  @Test func `its relation reads from both ends`() throws {
    let sketch = try sketch()
    let graph = sketch.graph
    let out = graph.relations(of: sketch["辽工大"], at: .source, .trains)
    #expect(out.map(\.target) == [sketch["英华"]])
    let into = graph.relations(of: sketch["英华"], at: .target, .trains)
    #expect(into == out)
    #expect(graph.ontology[.trains]?.phrase(from: .target).zh == "人才来自")
  }

  @Test func `it inherits owners, and is a duty of theirs`() throws {
    let sketch = try sketch()
    let owners = sketch.graph.owners(of: sketch["辽工大"])
    #expect(sketch.names(owners.map(\.party)) == ["市工信局"])
    #expect(owners.map(\.from) == [sketch["泳装"]])
    let duties = sketch.graph.duties(of: sketch["市工信局"], isInheriting: true)
    #expect(duties.map(\.item).contains(sketch["辽工大"]))
  }

  @Test func `it is counted, and changes no verdict`() throws {
    let sketch = try sketch()
    let statistics = sketch.graph.statistics()
    #expect(statistics.nodes.first { $0.kind == .university }?.count == 1)
    #expect(statistics.relations.first { $0.kind == .trains }?.count == 1)
    #expect(statistics.completeness.map(\.completeness.counts) == [[.single: 1, .lacking: 1]])
  }

  @Test func `a flow of its own carries upstream, layers and gaps`() throws {
    let sketch = try sketch()
    let upstream = sketch.graph.upstream(of: sketch["面料"])
    #expect(sketch.names(upstream.steps.map(\.segment)) == ["成衣"])
    #expect(upstream.isOnCycle)
    let chain = sketch.graph.chain(of: sketch["泳装"])
    #expect(chain.layers().map(\.isOnCycle) == [true, true])
    #expect(chain.flowLayout().feedback.count == 1)
    #expect(chain.gaps().map(\.position) == [.inner])
  }

  @Test func `a party of a new kind answers for items`() throws {
    var sketch = ChainSketch()
    let bank = NodeKind("bank")
    let finances = RelationKind("finances")
    let standard = Ontology.withUniversities
    sketch.ontology = Ontology(
      kinds: standard.kinds + [
        KindDefinition(kind: bank, label: .init(zh: "银行", en: "bank"), attributes: [])
      ],
      relations: standard.relations + [
        RelationDefinition(
          kind: finances,
          label: .init(zh: "融资", en: "finances"),
          inverse: .init(zh: "融资银行", en: "bank"),
          semantics: .responsibility,
          sources: .only([bank]),
          targets: .any,
          field: "finances",
          inverseField: "bank"
        )
      ],
      units: standard.units
    )
    let task = sketch.node(.task, "任务")
    sketch.part(.project, "项目", of: "任务")
    sketch.link(finances, sketch.node(bank, "葫芦岛银行"), task)
    let sketched = try sketch.sketched()
    #expect(sketched.graph.owners(of: sketched["项目"]).map(\.role) == [finances])
    let duties = sketched.graph.duties(of: sketched["葫芦岛银行"], isInheriting: true)
    #expect(sketched.names(duties.map(\.item)) == ["任务", "项目"])
    #expect(sketched.names(sketched.graph.workloads().map(\.party)) == ["葫芦岛银行"])
    #expect(sketched.found(.idleParty) == [])
  }
}
