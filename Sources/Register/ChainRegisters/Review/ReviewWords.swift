package import Bilingual
package import RegisterMatching

/// The words of a review for people.
extension RegisterReview.Reason {
  package var label: BilingualText {
    switch self {
    case .undecided: BilingualText(zh: "未判断", en: "not decided")
    case .changedRow: BilingualText(zh: "名录中该行变了", en: "the row says something else")
    case .ended: BilingualText(zh: "已注销、吊销或迁出", en: "deregistered or gone")
    case .changedSegment: BilingualText(zh: "环节变了", en: "the segment is something else")
    }
  }
}

extension SegmentProposal.Tier {
  package var label: BilingualText {
    switch self {
    case .equals: BilingualText(zh: "原词即环节用词", en: "equals the word")
    case .ends: BilingualText(zh: "原词以环节用词结尾", en: "ends in the word")
    case .inside: BilingualText(zh: "原词含环节用词", en: "holds the word")
    case .code: BilingualText(zh: "只有行业代码相符", en: "industry code alone")
    case .name: BilingualText(zh: "只有企业名称相符", en: "the firm's name alone")
    case .similar: BilingualText(zh: "只有文字相近", en: "alike in wording alone")
    }
  }
}

extension SegmentProposal.Band {
  package var label: BilingualText {
    switch self {
    case .certain: BilingualText(zh: "可定", en: "certain")
    case .possible: BilingualText(zh: "可能", en: "possible")
    case .review: BilingualText(zh: "待看", en: "to review")
    }
  }
}

extension SegmentProposal.Field {
  package var label: BilingualText {
    switch self {
    case .products: BilingualText(zh: "主要产品", en: "products")
    case .scope: BilingualText(zh: "经营范围", en: "scope of business")
    case .industryCode: BilingualText(zh: "行业代码", en: "industry code")
    case .name: BilingualText(zh: "企业名称", en: "name")
    case .confirmed: BilingualText(zh: "已核定企业", en: "confirmed firms")
    }
  }
}
