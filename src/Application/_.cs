namespace Dashboard.Application;
