using Dashboard.Sandbox.World.Events;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.World.Seed;

/// <summary>
/// Builds a portal from nothing but the event's numbers and time, the same each time, so the journal needs one line for
/// 100,000 tasks.
/// </summary>
public static class PortalSeed
{
    /// <summary>Raised when the generator's output changes.</summary>
    public const int Generator = 4;

    public static Portal Build(PortalSeeded seeded, string uiDomain)
    {
        var main = seeded.Portal == SandboxWorld.MainPortal;
        var portal = main
            ? new Portal(seeded.Portal, "Northwind Sales", "northwind.example", uiDomain)
            : new Portal(seeded.Portal, "Southbank Studio", "southbank.example", uiDomain);
        portal.AddType(RecordTypes.Contacts(), 94_201_000_101);
        portal.AddType(RecordTypes.Companies(), 28_510_000_201);
        portal.AddType(RecordTypes.Deals(), 35_120_000_301);
        portal.AddType(RecordTypes.Tickets(), 5_810_000_401);
        portal.AddType(TaskProperties.Build(), 77_200_000_101);
        if (main)
        {
            portal.AddType(RecordTypes.Sites("2-7001", seeded.Portal), 9_410_000_501);
        }

        DefaultPipelines.AddTo(portal);
        DefaultAssociations.AddTo(portal.AssociationTypes, main ? "2-7001" : null, "site");
        portal.Owners.AddRange(main ? Team.Northwind : Team.Southbank);
        var random = new Prng(((ulong)seeded.Seed << 32) ^ (ulong)seeded.Portal);
        var records = new RecordSeed(portal, random, seeded);
        records.Fill();
        new TaskSeed(portal, random, seeded, records).Fill();
        SeriesSeed.Fill(portal, seeded);
        foreach (var table in portal.Tables)
        {
            table.ShowAll();
        }

        return portal;
    }
}
