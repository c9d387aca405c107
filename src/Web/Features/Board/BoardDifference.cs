using Dashboard.Application.Board;

namespace Dashboard.Web.Features.Board;

/// <summary>Keeps the objects of what did not change, so that only columns and cards that did are drawn again.</summary>
internal static class BoardDifference
{
    public static BoardView Keep(BoardView? before, BoardView now)
    {
        if (before is null)
        {
            return now;
        }

        var old = before.Columns.ToDictionary(c => c.Zone);
        return now with { Columns = [.. now.Columns.Select(c => old.TryGetValue(c.Zone, out var was) ? Keep(was, c) : c)] };
    }

    public static BoardColumn Keep(BoardColumn was, BoardColumn now)
    {
        var cards = was.Cards.ToDictionary(c => c.Id);
        var kept = now.Cards.Select(c => cards.TryGetValue(c.Id, out var same) && same == c ? same : c).ToList();
        var unchanged = kept.Count == was.Cards.Count && kept.Zip(was.Cards).All(pair => ReferenceEquals(pair.First, pair.Second));
        return unchanged && now with { Cards = was.Cards } == was ? was : now with { Cards = kept };
    }
}
