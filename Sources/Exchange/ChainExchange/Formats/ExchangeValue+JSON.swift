import Bilingual
import JSON

extension ExchangeValue {
  /// The value as JSON, on one line.
  var json: String {
    var json = JSONWriter()
    json.value(self)
    return json.text
  }
}

extension JSONWriter {
  mutating func value(_ value: ExchangeValue) {
    switch value {
    case .text(let text): self.value(text)
    case .integer(let number): self.value(number)
    case .decimal(let number): self.value(number)
    case .flag(let flag): self.value(flag)
    case .list(let values):
      array { json in
        for value in values { json.value(value) }
      }
    }
  }

  /// Writes both wordings.
  mutating func value(_ text: BilingualText) {
    object { json in
      json.member("zh", text.zh)
      json.member("en", text.en)
    }
  }
}
