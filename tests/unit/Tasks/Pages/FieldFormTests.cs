using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Web.Features.Tasks.Editing;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Pages;

/// <summary>What a form holds while it is typed into.</summary>
public sealed class FieldFormTests
{
    private readonly FieldForm form = new(property => property == TaskProperty.Subject ? "Saved" : null);

    [Fact]
    public void What_was_typed_stays_with_what_was_seen_at_first()
    {
        form.Type(TaskProperty.Subject, "One", "Seen");
        form.Type(TaskProperty.Subject, "Two");

        Assert.Equal(new FieldEntry("Two", "Seen"), form.Entry(TaskProperty.Subject));
        Assert.Equal("Two", form.Value(TaskProperty.Subject));
        Assert.Equal("Saved", form.Saved(TaskProperty.Subject));
    }

    [Fact]
    public void A_sentence_stands_beside_the_field_it_is_about()
    {
        form.Type(TaskProperty.Subject, "");
        form.Take(Failure.Unfit.One(TaskProperty.Due, "Too far."), TaskProperty.Subject);

        Assert.Equal("Too far.", form.Problem(TaskProperty.Due));
        Assert.Null(form.Problem(TaskProperty.Subject));
    }

    [Fact]
    public void A_failure_about_no_field_stands_beside_the_one_that_was_typed_into()
    {
        form.Type(TaskProperty.Subject, "New");
        form.Saving(TaskProperty.Subject);
        form.Take(new Failure.NotConnected(), TaskProperty.Subject);

        Assert.Contains("not connected", form.Problem(TaskProperty.Subject), StringComparison.Ordinal);
        Assert.False(form.Entry(TaskProperty.Subject)!.IsSaving);
        Assert.Equal("New", form.Value(TaskProperty.Subject));
    }

    [Fact]
    public void What_somebody_else_put_there_is_kept_beside_mine()
    {
        form.Type(TaskProperty.Subject, "Mine");
        form.Take(new Failure.Conflict("Changed.") { Now = new Dictionary<string, string?> { [TaskProperty.Subject] = null } }, TaskProperty.Subject);

        Assert.Equal("", form.Entry(TaskProperty.Subject)!.Theirs);
        Assert.Equal("Mine", form.Value(TaskProperty.Subject));
    }

    [Fact]
    public void Only_the_newest_change_of_a_field_can_stand_refused()
    {
        form.Changes = [Made(ChangeState.Done, TaskProperty.Subject), Made(ChangeState.Refused, TaskProperty.Subject), Made(ChangeState.Refused, TaskProperty.Type)];

        Assert.Null(form.Refused(TaskProperty.Subject));
        Assert.NotNull(form.Refused(TaskProperty.Type));
        Assert.Null(form.Refused(TaskProperty.Due));
    }

    private static Change Made(ChangeState state, string property) => new()
    {
        WorkspaceId = new(Guid.NewGuid()), Id = Guid.NewGuid(), TaskId = 1, PersonId = Guid.NewGuid(), Kind = ChangeKind.Update, AcceptedAt = DateTimeOffset.UnixEpoch, State = state,
        Fields = FieldChange.Write(new Dictionary<string, FieldChange> { [property] = new("a", "b") }),
    };
}
