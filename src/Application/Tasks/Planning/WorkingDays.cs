using Dashboard.Application.People.Settings;

namespace Dashboard.Application.Tasks.Planning;

/// <summary>On which days of the calendar somebody works: by the week, less holidays and days of one's own.</summary>
public sealed class WorkingDays
{
    private readonly Habits habits;
    private readonly ILookup<DateOnly, FreeDay> free;

    public WorkingDays(Habits habits, IEnumerable<FreeDay> free)
    {
        this.habits = habits;
        this.free = free.ToLookup(day => day.Date);
    }

    /// <summary>By the week alone.</summary>
    public WorkingDays(Habits habits)
        : this(habits, [])
    {
    }

    public bool IsFree(DateOnly day) => !habits.WorksOn(day.DayOfWeek) || free.Contains(day);

    /// <summary>Why a day is free, as a sentence without its full stop; null for a working day.</summary>
    public string? WhyFree(DateOnly day) => free[day].OrderBy(known => known.IsOwn).FirstOrDefault() is { } named
        ? named.IsOwn ? $"{named.Name} is on your own list of free days" : $"{named.Name} is a holiday"
        : habits.WorksOn(day.DayOfWeek) ? null
        : $"{day.DayOfWeek} is not one of your working days";

    /// <summary>The first working day on or after; null when there is none, as for somebody without working days.</summary>
    public DateOnly? Next(DateOnly from) => Take(from, 1) is [var day] ? day : null;

    /// <summary>
    /// The first <paramref name="count"/> working days on or after a day. Fewer only for somebody without working days or at the end of
    /// the calendar.
    /// </summary>
    public IReadOnlyList<DateOnly> Take(DateOnly from, int count)
    {
        var taken = new List<DateOnly>();
        for (var (day, left) = (from, Reach(count)); left > 0 && taken.Count < count; day = day.AddDays(1), left--)
        {
            if (!IsFree(day))
            {
                taken.Add(day);
            }

            if (day == DateOnly.MaxValue)
            {
                break;
            }
        }

        return taken;
    }

    /// <summary>
    /// Days to look at: each week has a working day or none has, and each free day takes away one at most. Whoever has no working day
    /// is not looked for at all.
    /// </summary>
    private long Reach(int count) => habits.Days == WorkDays.None ? 0 : 7L * ((long)count + free.Count);
}
