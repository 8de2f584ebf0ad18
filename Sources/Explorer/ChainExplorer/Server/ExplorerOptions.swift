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
public enum ExplorerFailure: Error, Sendable {
  /// Other machines could reach it, and nobody would have to know a token.
  case needsToken
  /// The data set has errors.
  case refused(RefusedData)
  /// The address is in use.
  case addressTaken
  /// The address cannot be listened at; in the system's words.
  case cannotListen(String)
}
