namespace Dashboard.Application.Kernel;

/// <summary>
/// Seals secrets for the database. What was sealed for one workspace and purpose opens for no other, so a row moved or
/// swapped in the database is refused.
/// </summary>
public interface ITokenVault
{
    /// <param name="secret">Text to seal.</param>
    /// <param name="purpose">What it is, such as <c>hubspot.refresh</c>.</param>
    /// <param name="workspace">Whose it is.</param>
    byte[] Seal(string secret, string purpose, WorkspaceId workspace);

    /// <summary><see cref="Failure.Unavailable"/> when the key is no longer configured or the text was altered or is somebody else's.</summary>
    Result<string> Open(byte[] sealedText, string purpose, WorkspaceId workspace);
}
