using System.Xml.Linq;
using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.Secrets;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Infrastructure.Persistence.Keys;

/// <summary>
/// Seals the data protection keys with the vault before they reach the database: whoever reads a backup can forge no cookie.
/// The ring belongs to no workspace.
/// </summary>
public sealed class KeySealing(TokenVault vault) : IXmlEncryptor
{
    internal const string Element = "sealed";
    private const string Purpose = "data-protection-key";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var text = vault.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting), Purpose, default);
        return new EncryptedXmlInfo(new XElement(Element, Convert.ToBase64String(text)), typeof(KeyOpening));
    }

    /// <exception cref="InvalidOperationException">The vault lacks the key. ASP.NET then makes a new ring key, and people sign in again.</exception>
    internal static XElement Open(TokenVault vault, XElement element)
    {
        var opened = vault.Open(Convert.FromBase64String(element.Value), Purpose, default(WorkspaceId));
        return opened.Ok ? XElement.Parse(opened.Value) : throw new InvalidOperationException("A data protection key cannot be opened: its key is not under Secrets:Keys.");
    }
}

/// <summary>Made by ASP.NET from the name stored beside the key, hence the constructor.</summary>
public sealed class KeyOpening(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => KeySealing.Open(services.GetRequiredService<TokenVault>(), encryptedElement);
}
