using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Infrastructure.Persistence.Keys;

/// <summary>
/// ASP.NET's data protection keys in the database, so that every replica reads every cookie. Two replicas that start on an empty ring would each
/// make a first key and not know the other's for a day; so the first has a fixed name, and the loser of that race uses the winner's.
/// </summary>
public sealed class KeyRing(DashboardDbs dbs) : IXmlRepository
{
    private const string First = "first";
    private volatile bool sawNone;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = dbs.OpenEngine();
        var stored = db.ProtectionKeys.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).ToList();
        sawNone = stored.Count == 0;
        return [.. stored.Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = dbs.OpenEngine();

        // What counts is what this replica saw when it decided to make a key: by now another may have stored one.
        var first = sawNone;
        sawNone = false;
        db.ProtectionKeys.Add(new ProtectionKey { Name = first ? First : friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        try
        {
            db.SaveChanges();
        }
        catch (DbUpdateException) when (first && IsThere(First))
        {
            // Another replica was quicker. The framework reads the ring again after storing and finds that key.
        }
    }

    private bool IsThere(string name)
    {
        using var db = dbs.OpenEngine();
        return db.ProtectionKeys.Any(k => k.Name == name);
    }
}
