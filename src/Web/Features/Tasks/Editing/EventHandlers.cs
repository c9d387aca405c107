using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Tasks.Editing;

/// <summary>Events of our own that a page can listen to. The name of this class is Blazor's convention.</summary>
[EventHandler("onleft", typeof(FieldLeftEventArgs))]
public static class EventHandlers;
