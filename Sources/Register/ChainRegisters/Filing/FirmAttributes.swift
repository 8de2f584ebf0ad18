import ChainFiles
import ChainModel
import ChainQueries
import Diagnostics
import RegisterReader

/// What a row of a register says of a firm, as attributes of an enterprise; what belongs together stands in one
/// group, and is taken together or not at all.
struct FirmAttributes {
  typealias Value = (name: AttributeName, value: AttributeValue)

  private(set) var groups: [[Value]] = []
  /// An output whose number or unit is not known.
  private(set) var unreadOutput: String?

  init(of firm: RegisterRow, _ ontology: Ontology) {
    if let code = firm.code { groups.append([(.creditCode, .text(code))]) }
    add(.formerly, firm.formerNames.map { FormerName($0).description })
    let status = RegistrationStatus(firm.status)
    let options = ontology[.enterprise]?.attributes.first { $0.name == .status }?.type
    if case .option(let options) = options, let option = options.option(called: status.rawValue) {
      groups.append([(.status, .option(option))])
    }
    if let code = try? IndustryCode(parsing: firm.industryCode, edition: 0).description {
      let edition = firm.industryEdition.map { [Value(.industryEdition, .integer($0))] } ?? []
      groups.append([(.industryCode, .text(code))] + edition)
    }
    add(.scale, firm.scale)
    add(
      .products,
      firm.products.map { WrittenProduct(name: $0.name, share: $0.share).text }
    )
    add(.scope, firm.scope)
    if !firm.output.isEmpty {
      if let output = Self.quantity(firm.output, ontology) {
        let year = firm.outputYear.map { [Value(.outputYear, .integer($0))] } ?? []
        groups.append([(.output, .quantity(output))] + year)
      } else {
        unreadOutput = firm.output
      }
    }
    add(.address, firm.address)
  }

  /// 1,200万元 as well as 1200 万元.
  private static func quantity(_ text: String, _ ontology: Ontology) -> Quantity? {
    if let quantity = try? Quantity(parsing: text, ontology: ontology) { return quantity }
    let plain = text.filter { $0 != "," && $0 != "，" && !$0.isWhitespace }
    let number = plain.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    let unit = plain.dropFirst(number.count)
    return try? Quantity(parsing: "\(number) \(unit)", ontology: ontology)
  }

  private mutating func add(_ name: AttributeName, _ text: String) {
    let text = text.trimmingSpace()
    if !text.isEmpty { groups.append([(name, .text(text))]) }
  }

  private mutating func add(_ name: AttributeName, _ texts: [String]) {
    let texts = texts.map { $0.trimmingSpace() }.filter { !$0.isEmpty }.uniqued()
    if !texts.isEmpty { groups.append([(name, .list(texts.map { .text($0) }))]) }
  }
}
