using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Application.Tasks;

namespace Dashboard.Web.Cards.Colours;

/// <summary>
/// Gives cards one of eight colours by what they hold; what is beyond eight shares a quiet one with what holds nothing. A colour is never alone:
/// the legend names it, and the card carries the icon of its type or the initials of its owner.
/// </summary>
public sealed class CardColours
{
    public const int Most = 8;

    public static readonly CardColours None = new(ColourBy.Nothing, new Dictionary<string, int>());

    private readonly IReadOnlyDictionary<string, int> hues;
    private readonly string[] classes;

    private CardColours(ColourBy by, IReadOnlyDictionary<string, int> hues)
    {
        (By, this.hues) = (by, hues);
        classes = [.. Enumerable.Range(0, Most + 1).Select(hue => string.Create(CultureInfo.InvariantCulture, $" by-{by.ToString().ToLowerInvariant()} hue-{hue}"))];
        Key = $"{by} {string.Join(' ', hues.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}"))}";
    }

    public ColourBy By { get; }

    /// <summary>Equal keys colour alike: words are read anew with every look.</summary>
    public string Key { get; }

    public static CardColours Of(ColourBy by, PortalWords words) => by switch
    {
        ColourBy.Type => new(by, words.Types.Take(Most).Select((type, at) => (type.Value, Hue: at + 1)).ToDictionary(one => one.Value, one => one.Hue)),
        ColourBy.Owner => new(by, ByOwner(words.Owners.Where(owner => !owner.IsArchived).Select(owner => owner.Id))),
        _ => None,
    };

    /// <summary>Classes for the card, with a space before them; nothing where nothing is coloured.</summary>
    public string ClassesOf(Card card) => By == ColourBy.Nothing ? "" : classes[HueOf(card)];

    /// <summary>What the colours of these cards stand for, by colour, the quiet one last.</summary>
    public IReadOnlyList<ColourMeaning> Meanings(IEnumerable<Card> cards, PortalWords words)
    {
        if (By == ColourBy.Nothing)
        {
            return [];
        }

        var found = cards.DistinctBy(ValueOf).Select(card => (Hue: HueOf(card), Card: card)).ToLookup(one => one.Hue, one => one.Card);
        var named = found.Where(one => one.Key > 0).OrderBy(one => one.Key).Select(one => By == ColourBy.Type
            ? new ColourMeaning(one.Key, words.Label(TaskProperty.Type, one.First().Type), one.First().Type)
            : new ColourMeaning(one.Key, words.OwnerName(one.First().OwnerId), ValueOf(one.First())));
        return [.. named, .. found.Contains(0) ? new[] { new ColourMeaning(0, By == ColourBy.Type ? "Others or no type" : "Others or nobody", null) } : []];
    }

    private int HueOf(Card card) => ValueOf(card) is { } value ? hues.GetValueOrDefault(value) : 0;

    private string? ValueOf(Card card) => By == ColourBy.Type ? card.Type : card.OwnerId?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Each has a colour of their own by their id, or the next that is free: whoever comes later changes nobody's but those that come later still.</summary>
    private static Dictionary<string, int> ByOwner(IEnumerable<long> owners)
    {
        var given = new Dictionary<string, int>();
        foreach (var owner in owners.Order().Take(Most))
        {
            var hue = (int)(owner % Most);
            while (given.ContainsValue(hue + 1))
            {
                hue = (hue + 1) % Most;
            }

            given[owner.ToString(CultureInfo.InvariantCulture)] = hue + 1;
        }

        return given;
    }
}

/// <summary>What the edge of a card is coloured by.</summary>
public enum ColourBy
{
    Nothing = 0,
    Type = 1,
    Owner = 2,
}

/// <param name="Hue">Class <c>hue-n</c>.</param>
/// <param name="Key">Type or owner id, for the icon or the initials; null for the quiet colour.</param>
public sealed record ColourMeaning(int Hue, string Name, string? Key);
