using Dashboard.Application.Calendar;

namespace Dashboard.Web.Features.Calendar;

/// <summary>Shares the width of a day among cards that would cover each other: each is drawn as high as half an hour.</summary>
public static class SideBySide
{
    /// <summary>More in one row could not be read; the rest lie over each other.</summary>
    public const int Most = 6;

    private static readonly TimeSpan Height = TimeSpan.FromMinutes(30);

    /// <param name="cards">In the order of their times.</param>
    /// <returns>Each card with the number of lanes around it and its own, from 0.</returns>
    public static IReadOnlyList<(PlannedCard Card, int Of, int At)> Of(IReadOnlyList<PlannedCard> cards) => Of(cards, card => card.At.Time);

    /// <inheritdoc cref="Of(IReadOnlyList{PlannedCard})"/>
    public static IReadOnlyList<(T Card, int Of, int At)> Of<T>(IReadOnlyList<T> cards, Func<T, TimeOnly> time)
    {
        var placed = new List<(T, int, int)>(cards.Count);
        var cluster = new List<(T Card, int At)>();
        var ends = new List<TimeSpan>();
        foreach (var card in cards)
        {
            var start = time(card).ToTimeSpan();
            if (cluster.Count > 0 && ends.TrueForAll(end => end <= start))
            {
                Close();
            }

            var lane = ends.FindIndex(end => end <= start);
            lane = lane >= 0 ? lane : ends.Count < Most ? ends.Count : cluster.Count % Most;
            if (lane == ends.Count)
            {
                ends.Add(default);
            }

            ends[lane] = start + Height;
            cluster.Add((card, lane));
        }

        Close();
        return placed;

        void Close()
        {
            placed.AddRange(cluster.Select(one => (one.Card, ends.Count, one.At)));
            cluster.Clear();
            ends.Clear();
        }
    }
}
