package import Bilingual

extension AttributeDefinition {
  /// Why a text is not the code, or what else of a form of its own, that the attribute holds.
  package enum CodeFault: Error, Hashable, Sendable {
    /// No credit code.
    case credit(CreditCode.Fault)
    /// No code of an industry.
    case industry(IndustryCode.Fault)
    /// No former name.
    case formerName(FormerName.Fault)

    /// Its code, by which messages are found.
    package var code: String {
      switch self {
      case .credit: "bad-credit-code"
      case .industry: "bad-industry-code"
      case .formerName: "bad-former-name"
      }
    }

    /// What is wrong.
    package var message: BilingualText {
      switch self {
      case .credit(let fault): fault.message
      case .industry(let fault): fault.message
      case .formerName(let fault): fault.message
      }
    }

    /// What to do.
    package var help: BilingualText {
      let usual = BilingualText(
        zh: "照营业执照或名录核对；没有就不写",
        en: "compare it with the licence or the register, or leave it out"
      )
      switch self {
      case .credit(let fault): return fault.help ?? usual
      case .industry: return usual
      case .formerName(let fault): return fault.help
      }
    }
  }

  /// Whether its texts have a form of their own: codes, and names with the day on which they ended.
  package var holdsCode: Bool { [.creditCode, .industryCode, .formerly].contains(name) }

  /// A text in the one form in which the attribute holds it: a code as its standard writes it; any other
  /// text as it is.
  ///
  /// - Throws: why it is no such code.
  package func normal(_ text: String) throws(CodeFault) -> String {
    switch name {
    case .creditCode:
      do throws(CreditCode.Fault) { return try CreditCode(parsing: text).description } catch {
        throw .credit(error)
      }
    case .industryCode:
      // Which edition it is of stands in an attribute of its own.
      do throws(IndustryCode.Fault) {
        return try IndustryCode(parsing: text, edition: 0).description
      } catch {
        throw .industry(error)
      }
    case .formerly:
      do throws(FormerName.Fault) { return try FormerName(parsing: text).description } catch {
        throw .formerName(error)
      }
    default: return text
    }
  }
}
