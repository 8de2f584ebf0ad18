public import Diagnostics
public import Bilingual

/// Where and to whom the explorer is served.
public struct ExplorerOptions: Sendable {
  /// The data set's folder or snapshot.
  public var path: String
  /// The language of replies that ask for none; `nil` for that of the data.
  public var language: Language?
  /// Whether general knowledge is left out.
  public var isStatedAlone = false
  /// The address to listen at: a name or digits.
  public var host = "127.0.0.1"
  /// The port; 0 for any that is free.
  public var port = 8080
  /// What readers must know; needed where other machines can reach the explorer.
  public var token: AccessToken?
  /// Further names under which readers know this machine.
  public var names: [String] = []
  /// How much is taken in and kept.
  public var limits = ExplorerLimits()
  /// Who draws pictures.
  public var pictures: PictureWork
  /// How often the data set is looked at.
  public var interval: Duration = .seconds(1)
  /// The program's version, for the API's document.
  public var version: String

  /// Serving the data set at `path` to this machine alone.
  public init(path: String, pictures: PictureWork, version: String) {
    self.path = path
    self.pictures = pictures
    self.version = version
  }

  /// Whether other machines can reach the address.
  public var isOpenToOthers: Bool { HostName(host)?.isLoopback != true }
}

/// Why the explorer is not served.
public enum ExplorerFailure: LiantuError {
  /// Other machines could reach it, and nobody would have to know a token.
  case needsToken(host: String)
  /// What is to be a name of this machine is none.
  case noName(String)
  /// The data set has errors.
  case refused(RefusedData)
  /// The address is in use.
  case addressTaken(host: String, port: Int)
  /// The address cannot be listened at; in the system's words.
  case cannotListen(String, host: String, port: Int)

  /// A stable name.
  public var code: String {
    switch self {
    case .needsToken: "needs-token"
    case .noName: "no-host-name"
    case .refused(let data): data.code
    case .addressTaken: "address-taken"
    case .cannotListen: "cannot-listen"
    }
  }

  /// What is wrong.
  public var message: BilingualText {
    switch self {
    case .needsToken(let host):
      BilingualText(
        zh: "其他机器可以访问 \(host)，须用 --token-file 或环境变量 LIANTU_TOKEN 设口令",
        en: "other machines can reach \(host): set a token by --token-file or LIANTU_TOKEN"
      )
    case .noName(let name):
      BilingualText(zh: "“\(name)”不是机器的名称", en: "'\(name)' is no name of a machine")
    case .refused(let data): data.message
    case .addressTaken(let host, let port):
      BilingualText(
        zh: "\(host) 的端口 \(port) 已被占用",
        en: "port \(port) of \(host) is in use"
      )
    case .cannotListen(let reason, let host, let port):
      BilingualText(
        zh: "无法监听 \(host) 的端口 \(port)：\(reason)",
        en: "cannot listen at port \(port) of \(host): \(reason)"
      )
    }
  }

  /// What to do.
  public var help: BilingualText? {
    switch self {
    case .addressTaken:
      BilingualText(
        zh: "用 --port 换一个，或 --port 0 任选空闲端口",
        en: "name another by --port, or any by --port 0"
      )
    case .noName:
      BilingualText(
        zh: "--known-as 只写名称，不带 http:// 和路径，如 chain.example.gov.cn",
        en:
          "--known-as takes the name alone, without http:// and path, such as chain.example.gov.cn"
      )
    case .needsToken, .refused, .cannotListen: nil
    }
  }

  /// The options, the data, or the machine.
  public var cause: ErrorCause {
    switch self {
    case .needsToken, .noName: .usage
    case .refused: .data
    case .addressTaken, .cannotListen: .machine
    }
  }

  /// What is wrong with the data.
  public var diagnostics: [Diagnostic] {
    if case .refused(let data) = self { data.diagnostics } else { [] }
  }
}
