using Dashboard.Application.Changes;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Tasks.Editing;

/// <summary>What can be done about a field that is not simply saved. Absent in a form that saves all at once.</summary>
/// <param name="Mine">Save what was typed over whatever is there.</param>
/// <param name="Theirs">Let go of what was typed.</param>
/// <param name="Again">Put the value of a refused change back into the editor.</param>
public sealed record FieldGestures(
    EventCallback<string> Mine, EventCallback<string> Theirs, EventCallback<(Change Change, string Property)> Again, EventCallback<Change> Retry, EventCallback<Change> LetBe);
