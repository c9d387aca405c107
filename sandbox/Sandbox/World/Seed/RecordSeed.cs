using System.Globalization;
using Dashboard.Sandbox.World.Events;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.World.Seed;

/// <summary>Contacts, companies, deals, tickets and sites, and how they hang together.</summary>
public sealed class RecordSeed(Portal portal, Prng random, PortalSeeded seeded)
{
    private const long Day = 86_400_000;

    private readonly bool main = seeded.Portal == SandboxWorld.MainPortal;

    public List<Record> Contacts { get; } = [];

    public List<Record> Companies { get; } = [];

    public List<Record> Deals { get; } = [];

    public List<Record> Tickets { get; } = [];

    public List<Record> Sites { get; } = [];

    public void Fill()
    {
        Make(Companies, "0-2", Count(80, 20), Company);
        Make(Contacts, "0-1", Count(300, 5), Contact);
        Make(Deals, "0-3", Count(150, 10), Deal);
        Make(Tickets, "0-5", Count(60, 25), Ticket);
        if (main)
        {
            Make(Sites, "2-7001", 12, Site);
        }
    }

    public string? Owner() => random.Chance(8) ? null : random.Pick(portal.Owners).Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Enough records beside the tasks: the demo's numbers, more in a big portal, fewer in a small one.</summary>
    private int Count(int usual, int tasksEach) => main ? Math.Max(usual, seeded.Tasks / tasksEach) : usual / 5;

    private void Make(List<Record> list, string typeId, int count, Action<Record, Dictionary<string, string?>, int> fill)
    {
        var type = portal.Type(typeId);
        var table = portal[type];
        for (var i = 0; i < count; i++)
        {
            var created = seeded.At - (random.Between(61, 700) * Day) - random.Below((int)Day);
            var values = new Dictionary<string, string?> { ["hs_object_source"] = "CRM_UI", ["hs_object_source_label"] = "CRM_UI", ["hubspot_owner_id"] = Owner() };
            var state = new string?[type.SlotCount];
            var record = new Record(type, table.NextId + random.Between(0, 97), created, new RecordState(state, created + random.Below((int)(30 * Day / 1000)) * 1000L));
            fill(record, values, i);
            foreach (var (name, value) in values)
            {
                state[type[name].Slot] = value;
            }

            table.Add(record);
            list.Add(record);
        }
    }

    private void Company(Record record, Dictionary<string, string?> values, int index)
    {
        var name = index < Words.UnusualCompanies.Length ? Words.UnusualCompanies[index] : $"{random.Pick(Words.CompanyFirst)} {random.Pick(Words.CompanySecond)}";
        values["name"] = name;
        values["domain"] = index == 7 ? null : $"{Slug(name, index)}.example";
        values["city"] = random.Pick(Words.Cities);
        values["industry"] = random.Pick(Words.Industries);
        values["numberofemployees"] = Computed.Number(random.Between(4, 900));
        values["phone"] = $"+44 20 7946 {random.Between(1000, 9999)}";
    }

    private void Contact(Record record, Dictionary<string, string?> values, int index)
    {
        var (first, last) = index < Words.UnusualPeople.Length ? Words.UnusualPeople[index] : (random.Pick(Words.FirstNames), random.Pick(Words.LastNames));
        var company = random.Pick(Companies);
        values["firstname"] = index == 20 ? null : first;
        values["lastname"] = index is 20 or 21 ? null : last;
        values["email"] = $"{Slug(first, index)}.{Slug(last, index)}{index}@{portal.Domain.Replace("northwind", "client", StringComparison.Ordinal)}";
        values["jobtitle"] = random.Pick(Words.Titles);
        values["company"] = company.Current.Value(company.Type["name"].Slot);
        values["phone"] = $"+44 117 496 0{random.Between(100, 999)}";
        (values["hs_timezone"], values["hs_country_region_code"], values["country"]) = Places.Known[index % Places.Known.Length];
        values["lifecyclestage"] = random.Pick(["lead", "opportunity", "customer"]);
        RecordEffects.AddLink(portal, record, company, 279);
        if (random.Chance(60))
        {
            RecordEffects.AddLink(portal, record, company, 1);
        }
    }

    private void Deal(Record record, Dictionary<string, string?> values, int index)
    {
        var contact = random.Pick(Contacts);
        var company = portal.Find(contact.Links[0].To, contact.Links[0].ToId)!;
        values["dealname"] = $"{company.Current.Value(company.Type["name"].Slot)} – {random.Pick(Words.Products)}";
        values["amount"] = Computed.Number(random.Between(8, 900) * 100L);
        values["closedate"] = Computed.Iso(seeded.At + (random.Between(-90, 120) * Day));
        values["pipeline"] = "default";
        values["dealstage"] = random.Pick(portal.Pipelines["0-3"][0].Stages).Id;
        RecordEffects.AddLink(portal, record, contact, 3);
        RecordEffects.AddLink(portal, record, company, 341);
    }

    private void Ticket(Record record, Dictionary<string, string?> values, int index)
    {
        var contact = random.Pick(Contacts);
        values["subject"] = random.Pick(Words.TicketSubjects);
        values["content"] = "Reported by phone.";
        values["hs_pipeline"] = "0";
        values["hs_pipeline_stage"] = random.Pick(["1", "2", "3", "4"]);
        values["hs_ticket_priority"] = random.Pick(["LOW", "MEDIUM", "HIGH", null]);
        RecordEffects.AddLink(portal, record, contact, 16);
    }

    private void Site(Record record, Dictionary<string, string?> values, int index)
    {
        values["site_name"] = $"{random.Pick(Words.Cities)} depot {index + 1}";
        values["site_code"] = $"S-{100 + index}";
        values["opened_on"] = $"20{random.Between(10, 24)}-0{random.Between(1, 9)}-1{random.Between(0, 9)}";
        RecordEffects.AddLink(portal, record, random.Pick(Companies), 7103);
    }

    private static string Slug(string name, int index)
    {
        var slug = string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetter).Take(24));
        return slug.Length > 0 ? slug : $"name{index}";
    }
}
