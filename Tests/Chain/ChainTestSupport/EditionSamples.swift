import ChainFiles
import ChainModel
import Diagnostics
import GraphKernel
import TestSupport
import Testing

/// Two editions of a chain, of which the second does everything that an edition can do, and a city that speaks
/// of all of it.
enum EditionSamples {
  private static let defaults = """
    defaults:
      chain: {basis: industry-knowledge}
      segment: {partOf: 盐业, basis: industry-knowledge, role: product}
      supplies: {basis: industry-knowledge}

    """
  static let old =
    """
    chain:
      - {id: salt, name: 盐业, edition: "2026.1", status: draft}

    """ + defaults + """
      segment:
        - {id: brine, name: 卤水, role: resource, stage: 上游, supplies: [精盐, 洗涤盐, 浴盐, 盐湖提锂]}
        - {id: raw, name: 原盐, aliases: [粗盐], stage: 上游, supplies: [洗涤盐, 盐化工]}
        - {id: washed, name: 洗涤盐, aliases: [洗盐], stage: 中游, supplies: [食盐市场, 盐化工]}
        - {id: fine, name: 精盐, aliases: [精制盐], stage: 中游, supplies: 食盐市场}
        - {id: pan, name: 蒸发装备, stage: 上游, supplies: {to: 精盐, kind: 装备}}
        - {id: market, name: 食盐市场, role: market, stage: 下游}
        - {id: chemistry, name: 盐化工, aliases: [盐化], stage: 下游, supplies: 浴盐, suppliedBy: 精盐}
        - {id: bath, name: 浴盐, stage: 下游, supplies: 食盐市场}
        - {id: lithium, name: 盐湖提锂, stage: 下游}

      """
  static let new =
    """
    chain:
      - {id: salt, name: 盐业, edition: "2026.2", status: draft}

    """ + defaults + """
      segment:
        - {id: brine, name: 浓卤水, role: resource, stage: 上游, supplies: [精盐, 碘盐]}
        - {id: raw, name: 原盐, aliases: [粗盐], stage: 上游, supplies: [精盐, 氯碱]}
        - {id: fine, name: 精盐, aliases: [精制盐], stage: 中游, supplies: [食盐市场, 氯碱, 溴素]}
        - {id: pan, name: 蒸发装备, stage: 上游, gb4754: ["3521"], supplies: {to: 精盐, kind: 装备}}
        - {id: market, name: 食盐市场, role: market, stage: 下游}
        - {id: alkali, name: 氯碱, stage: 下游}
        - {id: bromine, name: 溴素, stage: 下游}
        - {id: iodized, name: 碘盐, stage: 下游, supplies: 食盐市场}

      """
  static let soda = """
    chain:
      - {id: soda, name: 碱业, edition: "2026.1", status: draft, imports: [精盐, 浓卤水]}
    defaults:
      chain: {basis: industry-knowledge}
      segment: {partOf: 碱业, basis: industry-knowledge, role: product}
      supplies: {basis: industry-knowledge}
    segment:
      - {id: ash, name: 纯碱, stage: 中游, suppliedBy: 精盐}
      - {id: lithium, name: 盐湖提锂, stage: 下游, suppliedBy: 浓卤水}

    """
  static let changes = """
    changes:
      - chain: salt
        from: "2026.1"
        to: "2026.2"
        rename: {卤水: 浓卤水}
        merge: {精盐: [洗涤盐]}
        split: {盐化工: [氯碱, 溴素]}
        narrow: {蒸发装备: 不再含离心机}
        widen: {原盐: 也含湖盐}
        move: {盐湖提锂: soda}
        retire: {浴盐: 是用途，不是环节}

    """
  /// The library with both editions, below `folder`.
  static func library(in folder: String = "chains/") -> [String: String] {
    [
      folder + "salt.yaml": new, folder + "history/salt@2026.1.yaml": old,
      folder + "soda.yaml": soda, folder + "changes.yaml": changes,
      folder + "sources.yaml": ChainSamples.sources,
    ]
  }

  /// What a city says; ⟦⟧ stand around the segments that the second edition has no longer.
  static func city(edition: String, more: String = "") -> String {
    ChainSamples.cluster + """
      uses:
        - chain: salt
          edition: "\(edition)"
          for: 盐业集群
      \(more)    rename: {蒸发装备: 真空制盐机}
          split: {洗涤盐: [粉洗盐]}
          cites: {原盐: 六/1, ⟦浴盐⟧: 六/2}
      enterprise:
        - {name: 甲厂, source: 三/1, operatesIn: [卤水, 粗盐, ⟦盐化工⟧]}
        - {name: 乙厂, source: 三/2, operatesIn: [洗盐, 真空制盐机, salt/lithium]}
        - {name: 丙厂, source: 三/3, operatesIn: [⟦浴盐⟧, 精盐]}
      project:
        - {name: 扩建, source: 四, fills: [⟦盐化⟧, 洗涤盐]}
      segment:
        - name: ⟦盐化工⟧
          source: 五/1
          statedWanted: 意见
          supplies: [{to: ⟦浴盐⟧, source: 五/2}]
        - {name: 电渗析, source: 五/3, partOf: 盐业集群, supplies: [{to: 洗涤盐, source: 五/4}, 卤水]}
      survey:
        - {name: 摸排, source: 七, date: 2023-01-01, surveys: [⟦salt/bath⟧, 精制盐]}

      """
  }

  /// A city with the library beside its data.
  static func folder(_ city: String) throws -> DatasetFolder {
    try .dataset(library().merging(["city.yaml": MarkedText(city).text]) { $1 })
  }

  /// Where the identities of the first edition lead that the second has elsewhere.
  static let leads = ["salt/washed": "salt/fine", "salt/lithium": "soda/lithium"]
}

extension ChainGraph {
  /// What the documents of a city state, by identities: relations, and what segments rest on.
  func statements(leading leads: [String: String] = [:]) -> Set<String> {
    func text(_ node: NodeIndex) -> String { leads[id(of: node)] ?? id(of: node) }
    var found: Set<String> = []
    for node in nodes {
      if origin(of: node).basis == .document {
        found.insert("\(text(node)) 〔\(origin(of: node).place)〕")
      }
      for semantics in Semantics.allCases {
        for relation in relations(of: node, at: .source, semantics)
        where relation.origin.basis == .document {
          found.insert(
            "\(text(node)) \(relation.kind.name) \(text(relation.target)) "
              + "〔\(relation.origin.place)〕"
          )
        }
      }
    }
    return found
  }

  /// The segments to be looked at, with what happened, by identity.
  var pending: [String: String] {
    Dictionary(
      uniqueKeysWithValues: nodes(of: .segment).compactMap { node in
        attribute(.pending, of: node).map { (id(of: node), $0.description(in: .zh)) }
      }
    )
  }
}
